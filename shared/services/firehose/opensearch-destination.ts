import { block, type Expression, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacEdgeEnd } from '../../iac/ir/mapping.ts';
import { securityGroupKey } from '../../iac/ir/security-group.ts';
import type { Both } from './both.ts';
import { buildBucket, buildBuffering, buildLogging, getCompression, role } from './delivery.ts';
import type { Destination } from './destination.ts';
import { buildProcessing } from './processing.ts';

/** Documents in an index; what fails goes to the bucket. */
export function buildOpenSearch(
  context: IacContext,
  destination: Destination & { kind: 'opensearch' },
  bucket: Expression,
): Both {
  const { config } = context;
  const { domain } = destination;
  const mode = config.text('backupMode') === 'ALL' ? 'AllDocuments' : 'FailedDocumentsOnly';
  const groups = [context.own(securityGroupKey, 'id')];
  const backup = buildBucket(
    context,
    destination,
    bucket,
    config.text('prefix'),
    getCompression(context, 'opensearch'),
  );
  const processing = buildProcessing(context, false);
  const buffering = buildBuffering(context, 100);
  const retry = config.number('retryDurationSeconds');
  const common: Both = {
    cloudFormation: {
      RoleARN: role(context),
      IndexName: config.text('indexName'),
      ...buffering.cloudFormation,
      RetryOptions: { DurationInSeconds: retry },
      S3BackupMode: mode,
      S3Configuration: backup.cloudFormation,
      ...processing.cloudFormation,
      ...buildLogging(context).cloudFormation,
    },
    terraform: {
      role_arn: role(context),
      index_name: config.text('indexName'),
      ...buffering.terraform,
      retry_duration: retry,
      s3_backup_mode: mode,
      s3_configuration: block(backup.terraform),
      ...processing.terraform,
      ...buildLogging(context).terraform,
    },
  };
  if (domain.config.text('deployment') === 'SERVERLESS') {
    const endpoint = domain.ref('endpoint');
    return {
      cloudFormation: {
        AmazonOpenSearchServerlessDestinationConfiguration: {
          CollectionEndpoint: endpoint,
          ...common.cloudFormation,
        },
      },
      terraform: {
        destination: 'opensearchserverless',
        opensearchserverless_configuration: block({ collection_endpoint: endpoint, ...common.terraform }),
      },
    };
  }
  return {
    cloudFormation: {
      AmazonopensearchserviceDestinationConfiguration: {
        DomainARN: domain.ref('arn'),
        ...common.cloudFormation,
        IndexRotationPeriod: config.text('indexRotationPeriod'),
        DocumentIdOptions: { DefaultDocumentIdFormat: config.text('documentIds') },
        VpcConfiguration: isInVpc(domain)
          ? {
              RoleARN: role(context),
              SubnetIds: variable('privateSubnetIds', domain.node),
              SecurityGroupIds: groups,
            }
          : undefined,
      },
    },
    terraform: {
      destination: 'opensearch',
      opensearch_configuration: block({
        domain_arn: domain.ref('arn'),
        ...common.terraform,
        index_rotation_period: config.text('indexRotationPeriod'),
        document_id_options: block({ default_document_id_format: config.text('documentIds') }),
        vpc_config: isInVpc(domain)
          ? block({
              role_arn: role(context),
              subnet_ids: variable('privateSubnetIds', domain.node),
              security_group_ids: groups,
            })
          : undefined,
      }),
    },
  };
}

/** Whether delivery needs network interfaces beside the domain. */
export function isInVpc(domain: IacEdgeEnd): boolean {
  return domain.config.text('deployment') === 'DOMAIN' && domain.config.text('networkAccess') === 'VPC';
}
