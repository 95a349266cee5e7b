import { type Expression, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { getNodeVariableName, vpcVariables } from '../../iac/ir/variables.ts';

function buildLine(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(60);
  const connection = context.own('link', 'ConnectionId|id');
  const gateway = context.own('gateway', 'DirectConnectGatewayId|id');
  const amazonAsn = String(config.number('amazonSideAsn'));
  const siteAsn = config.number('siteAsn');
  return {
    cloudFormation: [
      {
        key: 'link',
        type: 'AWS::DirectConnect::Connection',
        properties: {
          ConnectionName: name,
          Bandwidth: config.text('bandwidth'),
          Location: config.text('location'),
        },
        retain: true,
      },
      {
        key: 'gateway',
        type: 'AWS::DirectConnect::DirectConnectGateway',
        properties: { DirectConnectGatewayName: name, AmazonSideAsn: amazonAsn },
      },
      {
        key: 'interface',
        type: 'AWS::DirectConnect::PrivateVirtualInterface',
        properties: {
          VirtualInterfaceName: name,
          ConnectionId: connection,
          DirectConnectGatewayId: gateway,
          Vlan: config.number('vlan'),
          BgpPeers: [{ AddressFamily: 'ipv4', Asn: String(siteAsn) }],
        },
      },
    ],
    terraform: [
      {
        key: 'link',
        type: 'aws_dx_connection',
        arguments: { name, bandwidth: config.text('bandwidth'), location: config.text('location') },
      },
      {
        key: 'gateway',
        type: 'aws_dx_gateway',
        arguments: { name, amazon_side_asn: amazonAsn },
      },
      {
        key: 'interface',
        type: 'aws_dx_private_virtual_interface',
        arguments: {
          name,
          connection_id: connection,
          dx_gateway_id: gateway,
          vlan: config.number('vlan'),
          address_family: 'ipv4',
          bgp_asn: siteAsn,
        },
      },
    ],
    manualSteps: [
      {
        target: 'both',
        title: 'Have the cross connect made',
        reason: 'The location’s operator connects the ports once it has the letter of authorization.',
        command: 'aws directconnect describe-loa --connection-id <connection> --output text',
      },
    ],
  };
}

function buildVpn(context: IacContext): IacContribution {
  const { config } = context;
  const written = config.text('siteAddress');
  const name = getNodeVariableName(context, 'SiteAddress');
  const address: Expression = written === '' ? variable(name) : written;
  const asn = config.number('siteAsn');
  const customer = context.own('customer-gateway', 'Ref|id');
  const gateway = context.own('gateway', 'Ref|id');
  const addressVariable: VariableSpec = {
    name,
    type: 'string',
    description: `Public IPv4 address of the VPN device behind ${context.name}.`,
    validation: { pattern: '^[0-9.]+$', message: 'An IPv4 address looks like 203.0.113.10.' },
  };
  const [vpc] = vpcVariables;
  return {
    cloudFormation: [
      {
        key: 'customer-gateway',
        type: 'AWS::EC2::CustomerGateway',
        properties: { BgpAsn: asn, IpAddress: address, Type: 'ipsec.1' },
      },
      { key: 'gateway', type: 'AWS::EC2::VPNGateway', properties: { Type: 'ipsec.1' } },
      {
        key: 'attachment',
        type: 'AWS::EC2::VPCGatewayAttachment',
        properties: { VpcId: variable('vpcId'), VpnGatewayId: gateway },
      },
      {
        key: 'link',
        type: 'AWS::EC2::VPNConnection',
        properties: { CustomerGatewayId: customer, VpnGatewayId: gateway, Type: 'ipsec.1' },
      },
    ],
    terraform: [
      {
        key: 'customer-gateway',
        type: 'aws_customer_gateway',
        arguments: { bgp_asn: String(asn), ip_address: address, type: 'ipsec.1' },
      },
      { key: 'gateway', type: 'aws_vpn_gateway', arguments: {} },
      {
        key: 'attachment',
        type: 'aws_vpn_gateway_attachment',
        arguments: { vpc_id: variable('vpcId'), vpn_gateway_id: gateway },
      },
      {
        key: 'link',
        type: 'aws_vpn_connection',
        arguments: { customer_gateway_id: customer, vpn_gateway_id: gateway, type: 'ipsec.1' },
      },
    ],
    variables: [...(vpc ? [vpc] : []), ...(written === '' ? [addressVariable] : [])],
  };
}

export const iac: IacMapping = {
  primary: 'link',
  role: '',
  types: {
    cloudFormation: [
      'AWS::DirectConnect::Connection',
      'AWS::DirectConnect::DirectConnectGateway',
      'AWS::DirectConnect::PrivateVirtualInterface',
      'AWS::EC2::CustomerGateway',
      'AWS::EC2::VPNGateway',
      'AWS::EC2::VPCGatewayAttachment',
      'AWS::EC2::VPNConnection',
    ],
    terraform: [
      'aws_dx_connection',
      'aws_dx_gateway',
      'aws_dx_private_virtual_interface',
      'aws_customer_gateway',
      'aws_vpn_gateway',
      'aws_vpn_gateway_attachment',
      'aws_vpn_connection',
    ],
  },
  build: (context) => (context.config.text('linkType') === 'VPN' ? buildVpn(context) : buildLine(context)),
};
