import { accountArn, allow, any, noResourceLevel, own, type GrantSet } from './grant-set.ts';

/** Sets for streams, video, messages and events. */
export const streamGrants: readonly GrantSet[] = [
  {
    id: 'KDS-R',
    purpose: 'Polls the stream with shared throughput.',
    owners: ['kds'],
    statements: [
      allow(
        [
          'kinesis:DescribeStream',
          'kinesis:DescribeStreamSummary',
          'kinesis:ListShards',
          'kinesis:GetShardIterator',
          'kinesis:GetRecords',
        ],
        own(),
      ),
    ],
  },
  {
    id: 'KDS-EFO',
    purpose: 'Reads the stream with enhanced fan-out.',
    owners: ['kds'],
    statements: [
      allow(['kinesis:RegisterStreamConsumer', 'kinesis:ListShards', 'kinesis:DescribeStreamSummary'], own()),
      allow(['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'], own('/consumer/*')),
    ],
  },
  {
    id: 'KDS-W',
    purpose: 'Writes records to the stream.',
    owners: ['kds'],
    statements: [allow(['kinesis:PutRecord', 'kinesis:PutRecords'], own())],
  },
  {
    id: 'KDS-DESC',
    purpose: 'Looks the stream up before writing to it.',
    owners: ['kds'],
    statements: [allow(['kinesis:DescribeStream'], own())],
  },
  {
    id: 'KDS-KPL',
    purpose: 'Writes to the stream through the Kinesis Producer Library.',
    owners: ['kds'],
    statements: [
      allow(
        ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:DescribeStreamSummary', 'kinesis:ListShards'],
        own(),
      ),
    ],
  },
  {
    id: 'KCL-STATE',
    purpose: 'Keeps the lease table of a Kinesis Client Library application, named after the application.',
    owners: [],
    statements: [
      allow(
        [
          'dynamodb:CreateTable',
          'dynamodb:DescribeTable',
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:Scan',
        ],
        accountArn('dynamodb', 'table/{grantee}*'),
      ),
    ],
  },
  {
    id: 'FH-W',
    purpose: 'Sends records to the delivery stream.',
    owners: ['firehose'],
    statements: [allow(['firehose:PutRecord', 'firehose:PutRecordBatch'], own())],
  },
  {
    id: 'FH-DESC',
    purpose: 'Looks the delivery stream up.',
    owners: ['firehose'],
    statements: [allow(['firehose:DescribeDeliveryStream'], own())],
  },
  {
    id: 'KVS-R',
    purpose: 'Reads live media and fragments of the video stream.',
    owners: ['kvs'],
    statements: [
      allow(
        [
          'kinesisvideo:DescribeStream',
          'kinesisvideo:GetDataEndpoint',
          'kinesisvideo:GetMedia',
          'kinesisvideo:ListFragments',
          'kinesisvideo:GetMediaForFragmentList',
        ],
        own(),
      ),
    ],
  },
  {
    id: 'KVS-PLAY',
    purpose: 'Plays the video stream back as HLS, DASH or a clip.',
    owners: ['kvs'],
    statements: [
      allow(
        [
          'kinesisvideo:GetDataEndpoint',
          'kinesisvideo:GetHLSStreamingSessionURL',
          'kinesisvideo:GetDASHStreamingSessionURL',
          'kinesisvideo:GetClip',
        ],
        own(),
      ),
    ],
  },
  {
    id: 'KVS-W',
    purpose: 'Puts media into the video stream.',
    owners: ['kvs'],
    statements: [
      allow(['kinesisvideo:DescribeStream', 'kinesisvideo:GetDataEndpoint', 'kinesisvideo:PutMedia'], own()),
    ],
  },
  {
    id: 'SQS-W',
    purpose: 'Sends messages to the queue.',
    owners: ['sqs'],
    statements: [allow(['sqs:SendMessage'], own())],
  },
  {
    id: 'SQS-R',
    purpose: 'Takes messages off the queue.',
    owners: ['sqs'],
    statements: [allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], own())],
  },
  {
    id: 'SNS-P',
    purpose: 'Publishes to the topic.',
    owners: ['sns'],
    statements: [allow(['sns:Publish'], own())],
  },
  {
    id: 'EVB-P',
    purpose: 'Puts events on the bus of the rule.',
    owners: ['eventbridge-rule'],
    statements: [allow(['events:PutEvents'], own('', 'bus'))],
  },
  {
    id: 'API-DEST',
    purpose: 'Calls the API destination behind the rule or pipe.',
    owners: ['third-party-http', 'datadog'],
    statements: [allow(['events:InvokeApiDestination'], accountArn('events', 'api-destination/{grantee}/*'))],
  },
  {
    id: 'APIGW-INV',
    purpose: 'Calls the API.',
    owners: ['api-gateway'],
    statements: [allow(['execute-api:Invoke'], own('/*/*/*'))],
  },
  {
    id: 'IOT-P',
    purpose: 'Connects to the broker under its own name and publishes below a topic of that name.',
    owners: ['iot-core'],
    statements: [
      allow(['iot:Connect'], accountArn('iot', 'client/{grantee}')),
      allow(['iot:Publish'], accountArn('iot', 'topic/{grantee}/*')),
    ],
  },
  {
    id: 'IOT-PUB',
    purpose: 'Republishes messages to a topic of the devices.',
    owners: [],
    statements: [allow(['iot:Publish'], accountArn('iot', 'topic/{grantee}/*'))],
  },
  {
    id: 'MSK-R',
    purpose: 'Reads topics of the cluster with IAM authentication.',
    owners: ['msk'],
    statements: [
      allow(['kafka-cluster:Connect', 'kafka-cluster:DescribeCluster', 'kafka:DescribeClusterV2'], own()),
      allow(['kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'], accountArn('kafka', 'topic/{name}/*')),
      allow(
        ['kafka-cluster:DescribeGroup', 'kafka-cluster:AlterGroup'],
        accountArn('kafka', 'group/{name}/*'),
      ),
      allow(['kafka:GetBootstrapBrokers'], any(noResourceLevel)),
    ],
  },
  {
    id: 'MSK-W',
    purpose: 'Writes to topics of the cluster with IAM authentication.',
    owners: ['msk'],
    statements: [
      allow(['kafka-cluster:Connect', 'kafka-cluster:WriteDataIdempotently'], own()),
      allow(
        ['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'],
        accountArn('kafka', 'topic/{name}/*'),
      ),
      allow(['kafka:GetBootstrapBrokers'], any(noResourceLevel)),
    ],
  },
];
