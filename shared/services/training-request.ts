import { type Expression, text, type Variable, variable } from '../iac/ir/expression.ts';
import type { IacEdgeEnd } from '../iac/ir/mapping.ts';
import { securityGroupKey } from '../iac/ir/security-group.ts';
import type { Configuration } from './configuration.ts';
import { getEdgePrefix, getEdgeUri } from './object-path.ts';

/** A training job as seen by itself or by the workflow that starts it. */
export interface TrainingView {
  node: string;
  config: Configuration;
  incoming: readonly IacEdgeEnd[];
  outgoing: readonly IacEdgeEnd[];
  /** Reference to a resource of the training node. */
  own(key: string, attribute: 'arn' | 'id'): Expression;
  /** Image, or the input that stands for it. */
  image: string | Variable;
}

const fileSystems: Readonly<Record<string, string>> = { efs: 'EFS', fsx: 'FSxLustre' };

/** One input channel for each store in front of the job, named in the order of `channelNames`. */
function getChannels(view: TrainingView): readonly Expression[] {
  const names = view.config.list('channelNames');
  const stores = view.incoming.filter((edge) => edge.service === 's3' || edge.service in fileSystems);
  return stores.map((edge, index) => {
    const name = names[index] ?? `channel${index + 1}`;
    const type = fileSystems[edge.service];
    if (type !== undefined) {
      return {
        ChannelName: name,
        DataSource: {
          FileSystemDataSource: {
            FileSystemId: edge.ref('id'),
            FileSystemAccessMode: 'ro',
            FileSystemType: type,
            DirectoryPath: '/',
          },
        },
      };
    }
    return {
      ChannelName: name,
      InputMode: view.config.text('trainingInputMode'),
      DataSource: {
        S3DataSource: {
          S3DataType: 'S3Prefix',
          S3Uri: getEdgeUri(edge),
          S3DataDistributionType: view.config.text('dataDistribution'),
        },
      },
    };
  });
}

/** Body of CreateTrainingJob without its name, as both SageMaker pipelines and Step Functions take it. */
export function buildTrainingRequest(view: TrainingView): {
  readonly [name: string]: Expression | undefined;
} {
  const { config } = view;
  const output = [...view.outgoing, ...view.incoming].find((edge) => edge.service === 's3');
  const key = view.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const channels = getChannels(view);
  const spot = config.flag('enableManagedSpotTraining');
  const runtime = config.number('maxRuntimeInSeconds');
  const warmPool = config.number('keepAlivePeriodInSeconds');
  const prefix = output && getEdgePrefix(output);
  const path = output && text('s3://', output.ref('name'), `/${prefix === '' ? 'models/' : prefix}`);
  const hyperParameters = config.map('hyperParameters');
  return {
    AlgorithmSpecification: {
      TrainingImage: view.image,
      TrainingInputMode: config.text('trainingInputMode'),
    },
    RoleArn: view.own('role', 'arn'),
    InputDataConfig: channels.length > 0 ? channels : undefined,
    OutputDataConfig: { S3OutputPath: path ?? 's3://', KmsKeyId: key },
    ResourceConfig: {
      InstanceType: config.text('instanceType'),
      InstanceCount: config.number('instanceCount'),
      VolumeSizeInGB: config.number('volumeSizeInGB'),
      VolumeKmsKeyId: key,
      KeepAlivePeriodInSeconds: warmPool > 0 && !spot ? warmPool : undefined,
    },
    StoppingCondition: {
      MaxRuntimeInSeconds: runtime,
      MaxWaitTimeInSeconds: spot ? Math.max(runtime, config.number('maxWaitTimeInSeconds')) : undefined,
    },
    EnableManagedSpotTraining: spot || undefined,
    CheckpointConfig: spot && path ? { S3Uri: text(path, 'checkpoints/') } : undefined,
    HyperParameters: Object.keys(hyperParameters).length > 0 ? hyperParameters : undefined,
    EnableNetworkIsolation: config.flag('enableNetworkIsolation'),
    EnableInterContainerTrafficEncryption: config.flag('enableInterContainerTrafficEncryption'),
    VpcConfig: needsVpc(view.config, view.incoming)
      ? {
          Subnets: variable('privateSubnetIds', view.node),
          SecurityGroupIds: [view.own(securityGroupKey, 'id')],
        }
      : undefined,
  };
}

/** File systems are mounted in the VPC, so a job that reads one is placed there whatever is set. */
export function needsVpc(config: Configuration, incoming: readonly IacEdgeEnd[]): boolean {
  return config.flag('inVpc') || incoming.some((edge) => edge.service in fileSystems);
}

/**
 * Name of the input that stands for the image of a job. It comes from the id of the node, so that the
 * workflow that starts the job asks for the same one.
 */
export function getJobImageName(nodeId: string, job: 'Training' | 'Processing'): string {
  const words = nodeId.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const stem = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return `${/^[a-z]/.test(stem) ? stem : `node${stem}`}${job}ImageUri`;
}
