import type { Source } from './source.ts';

/** Services whose API model in botocore 1.43.107 was read; keys are `SDK-<service>`. */
const services = [
  'apigateway',
  'application-autoscaling',
  'athena',
  'batch',
  'bedrock',
  'bedrock-runtime',
  'databrew',
  'datasync',
  'dms',
  'dynamodb',
  'emr-serverless',
  'eventbridgev2',
  'events',
  'firehose',
  'glue',
  'iot-data',
  'kinesis',
  'kinesisanalyticsv2',
  'kinesisvideo',
  'lambda',
  'logs',
  'qbusiness',
  'redshift-data',
  'rekognition',
  'sagemaker',
  'sagemaker-runtime',
  'sns',
  'sqs',
  'stepfunctions',
  'timestream-write',
];

/** AWS API models: names, ranges and enumerations of parameters, as the SDKs use them. */
export const apiModelSources: readonly Source[] = services.map((service) => ({
  key: `SDK-${service}`,
  title: `AWS API model of ${service}, botocore 1.43.107`,
  url: `https://github.com/boto/botocore/tree/develop/botocore/data/${service}`,
  checked: '2026-11-23',
}));
