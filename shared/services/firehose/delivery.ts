import { block, type Expression } from '../../iac/ir/expression.ts';
import type { IacContext } from '../../iac/ir/mapping.ts';
import { getEdgePrefix } from '../object-path.ts';
import type { Both } from './both.ts';
import type { Destination } from './destination.ts';

/** Role as which the stream reads and delivers. */
export const role = (context: IacContext) => context.own('role', 'arn');

/** Compression that the destination can read: COPY and backup copies take no Snappy or ZIP. */
export function getCompression(context: IacContext, kind: Destination['kind']): string {
  const chosen = context.config.text('compressionFormat');
  if (kind === 's3') return context.config.text('dataFormatConversion') === 'OFF' ? chosen : 'UNCOMPRESSED';
  return chosen === 'UNCOMPRESSED' ? chosen : 'GZIP';
}

/** Errors of the delivery go to the stream’s own log. */
export function buildLogging(context: IacContext): Both {
  const group = context.own('logs', 'name');
  const stream = context.own('log-stream', 'name');
  return {
    cloudFormation: {
      CloudWatchLoggingOptions: { Enabled: true, LogGroupName: group, LogStreamName: stream },
    },
    terraform: {
      cloudwatch_logging_options: block({ enabled: true, log_group_name: group, log_stream_name: stream }),
    },
  };
}

/** Buffer of a destination that takes at most so much and so long. */
export function buildBuffering(context: IacContext, maxMegabytes: number, maxSeconds = 900): Both {
  const size = Math.min(maxMegabytes, context.config.number('bufferSizeMBs'));
  const seconds = Math.min(maxSeconds, context.config.number('bufferIntervalSeconds'));
  return {
    cloudFormation: { BufferingHints: { SizeInMBs: size, IntervalInSeconds: seconds } },
    terraform: { buffering_size: size, buffering_interval: seconds },
  };
}

/** A plain S3 target: staging for Redshift, backup for everything else. */
export function buildBucket(
  context: IacContext,
  destination: Destination,
  bucket: Expression,
  folder: string,
  compression: string,
): Both {
  const prefix = getPrefix(destination, folder);
  const errors = getPrefix(destination, context.config.text('errorOutputPrefix'));
  // Zero buffering is not allowed here, and 60 s is the smallest interval of a backup.
  const seconds = Math.max(60, context.config.number('bufferIntervalSeconds'));
  const size = Math.max(1, context.config.number('bufferSizeMBs'));
  return {
    cloudFormation: {
      BucketARN: bucket,
      RoleARN: role(context),
      Prefix: prefix,
      ErrorOutputPrefix: errors,
      BufferingHints: { SizeInMBs: size, IntervalInSeconds: seconds },
      CompressionFormat: compression,
      ...buildLogging(context).cloudFormation,
    },
    terraform: {
      bucket_arn: bucket,
      role_arn: role(context),
      prefix,
      error_output_prefix: errors,
      buffering_size: size,
      buffering_interval: seconds,
      compression_format: compression,
      ...buildLogging(context).terraform,
    },
  };
}

/** Everything stays below the prefix of the edge, because the role may write there only. */
export function getPrefix(destination: Destination, rest: string): string {
  return `${destination.bucket ? getEdgePrefix(destination.bucket) : ''}${rest}`;
}
