import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';

export const onPremisesTrafficIsEncrypted = defineEdgeRule({
  id: 'on-premises-traffic-is-encrypted',
  codes: ['G-062', 'G-064'],
  severity: 'error',
  category: 'Network',
  title: 'Traffic from on premises to AWS is encrypted',
  description:
    'Without Direct Connect or a VPN the path to AWS is the internet, where only TLS protects the data. A Direct ' +
    'Connect line is private but not encrypted either, unless MACsec or a VPN runs over it.',
  sources: ['N-051', 'N-215', 'N-231', 'DX-WHAT'],
  from: ['onprem-db', 'mongodb'],
  reach: 'neighbours',
  check: ({ source, target }) => {
    if (source.config.text('sslMode') !== 'none') return [];
    const link = findLink(source, target);
    if (link === 'VPN') return [];
    const isPrivate = link !== undefined;
    return [
      {
        message: isPrivate
          ? `${source.name} sends unencrypted data to ${target.name} over Direct Connect. Use TLS, MACsec or a VPN for sensitive data.`
          : `${source.name} sends unencrypted data to ${target.name} over the internet. Use TLS, or connect the site by Direct Connect or VPN.`,
        targets: [
          { kind: 'node', id: source.id, property: 'sslMode' },
          { kind: 'node', id: target.id },
        ],
        severity: isPrivate ? 'warning' : 'error',
        repairs: [setNodeProperty(source, 'sslMode', 'require', 'Require TLS')],
      },
    ];
  },
});

/** Kind of the Direct Connect or VPN link at either end; undefined means the internet. */
function findLink(source: NodeView, target: NodeView): string | undefined {
  const edges = [...source.incoming, ...source.outgoing, ...target.incoming, ...target.outgoing];
  return edges
    .flatMap((edge) => [edge.source, edge.target])
    .find((node) => node.service === 'direct-connect')
    ?.config.text('linkType');
}
