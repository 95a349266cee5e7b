import type { Expression, Variable } from '../iac/ir/expression.ts';
import type { IacEdgeEnd } from '../iac/ir/mapping.ts';
import type { Configuration } from './configuration.ts';
import { getEdgeUri } from './object-path.ts';

/** A SageMaker job as seen by itself or by the workflow that starts it. */
export interface JobView {
  config: Configuration;
  incoming: readonly IacEdgeEnd[];
  outgoing: readonly IacEdgeEnd[];
  /** Reference to a resource of the job's node. */
  own(key: string, attribute: 'arn' | 'name'): Expression;
}

type Request = { readonly [name: string]: Expression | undefined };

/** Payload and requests at once of a transform share this many megabytes. */
const transformMegabytes = 100;

const findKey = (view: JobView): Expression | undefined =>
  view.incoming.find((edge) => edge.service === 'kms')?.ref('arn');

/** The bucket with the model: the one that is connected as configuration. */
export function findModelBucket<Edge extends IacEdgeEnd>(edges: readonly Edge[]): Edge | undefined {
  return edges.find((edge) => edge.service === 's3' && edge.kind === 'configuration');
}

/** Body of CreateTransformJob without its name. */
export function buildTransformRequest(view: JobView): Request {
  const { config } = view;
  const model = findModelBucket(view.incoming);
  const input = view.incoming.find((edge) => edge.service === 's3' && edge !== model);
  const output = view.outgoing.find((edge) => edge.service === 's3');
  const key = findKey(view);
  const payload = config.number('maxPayloadInMB');
  const most = Math.floor(transformMegabytes / payload);
  return {
    ModelName: view.own('model', 'name'),
    BatchStrategy: config.text('batchStrategy'),
    MaxPayloadInMB: payload,
    MaxConcurrentTransforms: Math.max(1, Math.min(config.number('maxConcurrentTransforms'), most)),
    TransformInput: {
      ContentType: config.text('contentType'),
      SplitType: config.text('splitType'),
      DataSource: {
        S3DataSource: { S3DataType: 'S3Prefix', S3Uri: input ? getEdgeUri(input) : 's3://' },
      },
    },
    TransformOutput: {
      S3OutputPath: output ? getEdgeUri(output) : 's3://',
      AssembleWith: config.text('splitType') === 'Line' ? 'Line' : 'None',
      KmsKeyId: key,
    },
    TransformResources: {
      InstanceType: config.text('instanceType'),
      InstanceCount: config.number('instanceCount'),
      VolumeKmsKeyId: key,
    },
    DataProcessing: config.flag('joinInput') ? { JoinSource: 'Input' } : undefined,
  };
}

/** Body of CreateProcessingJob without its name. */
export function buildProcessingRequest(view: JobView, image: string | Variable): Request {
  const { config } = view;
  const key = findKey(view);
  const inputs = view.incoming.filter((edge) => edge.service === 's3');
  const outputs = view.outgoing.filter((edge) => edge.service === 's3');
  const environment = config.map('environment');
  const entrypoint = config.list('entrypoint');
  return {
    RoleArn: view.own('role', 'arn'),
    AppSpecification: {
      ImageUri: image,
      ContainerEntrypoint: entrypoint.length > 0 ? entrypoint : undefined,
    },
    Environment: Object.keys(environment).length > 0 ? environment : undefined,
    NetworkConfig: { EnableNetworkIsolation: config.flag('enableNetworkIsolation') },
    StoppingCondition: { MaxRuntimeInSeconds: config.number('maxRuntimeInSeconds') },
    ProcessingResources: {
      ClusterConfig: {
        InstanceType: config.text('instanceType'),
        InstanceCount: config.number('instanceCount'),
        VolumeSizeInGB: config.number('volumeSizeInGB'),
        VolumeKmsKeyId: key,
      },
    },
    ProcessingInputs: inputs.map((edge, index) => ({
      InputName: `input-${index + 1}`,
      S3Input: {
        S3Uri: getEdgeUri(edge),
        LocalPath: `/opt/ml/processing/input/${index + 1}`,
        S3DataType: 'S3Prefix',
        S3InputMode: 'File',
      },
    })),
    ProcessingOutputConfig:
      outputs.length > 0
        ? {
            KmsKeyId: key,
            Outputs: outputs.map((edge, index) => ({
              OutputName: `output-${index + 1}`,
              S3Output: {
                S3Uri: getEdgeUri(edge),
                LocalPath: `/opt/ml/processing/output/${index + 1}`,
                S3UploadMode: 'EndOfJob',
              },
            })),
          }
        : undefined,
  };
}
