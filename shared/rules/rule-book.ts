/**
 * Numbers of the project's rule book that no rule file carries, with the place that enforces them. The
 * other numbers are in `codes` of the rules; a test makes sure that none is missing.
 */
export const enforcedElsewhere: Readonly<Record<`G-${string}`, string>> = {
  'G-023': 'Integration book, firehose → redshift: `edge-has-its-mediator` asks for the staging bucket.',
  'G-027':
    'A design does not say in which format producers write; Firehose’s `inputFormat` offers JSON only.',
  'G-030':
    'A design has no tag for paths that must be real-time; the simulation shows the latency of each path.',
  'G-032': 'A design has no tag for replay; the integration book gives Firehose one source and no replay.',
  'G-034': 'Property `codeObjectKey` of Managed Flink is required: `required-properties-are-set`.',
  'G-035': 'Integration book, msf → efs and msf → fsx: `edge-is-possible`.',
  'G-039': 'Range of `dataRetentionInHours` of Kinesis Video Streams: `property-values-are-valid`.',
  'G-046': 'The export adds the statement to the key policy from the edge.',
  'G-049': 'The export enables SSE-C on the bucket explicitly.',
  'G-053': 'A design has no bucket policy on source addresses; `restrictToVpcEndpoint` uses aws:SourceVpce.',
  'G-055': 'A design has no explicit denies besides those the export writes, which spare its own edges.',
  'G-056': 'The export grants on both sides of an edge; it deploys one account.',
  'G-061': 'The export writes the self-referencing security group rule of a Glue connection.',
  'G-063': 'Integration book, direct-connect → vpce-s3: `edge-is-possible`.',
  'G-065': 'Integration book, datasync with databases: `edge-is-possible`.',
  'G-068': 'Property `deployment` of DMS always names an instance or serverless.',
  'G-071': 'Integration book, sources and targets of DMS: `edge-is-possible`.',
  'G-072': 'Property `resourceType` of Data Pipeline always names EC2, EMR or a worker group.',
  'G-074': 'Property `image` of Batch is required; queue and compute environment are always exported.',
  'G-079':
    'Integration book, glue-etl and glue-streaming → timestream: `edge-is-possible`, `edge-has-its-mediator`.',
  'G-080': 'Integration book, sources of glue-streaming: `edge-is-possible`.',
  'G-083': 'A design does not list the files of a prefix; crawlers have `exclusions`.',
  'G-084':
    'Integration book, s3 → athena and s3 → redshift-spectrum: `edge-has-its-mediator` asks for the table.',
  'G-100': 'A DynamoDB import creates its table; the integration book says so at s3 → dynamodb.',
  'G-104': 'Integration book, inputs of SageMaker jobs: `edge-is-possible`, `edge-has-its-mediator`.',
  'G-105': 'Integration book, sm-endpoint → stores: `edge-has-its-mediator` asks for the calling function.',
  'G-109': 'Integration book, bedrock-kb → rds, dynamodb and elasticache: `edge-is-possible`.',
  'G-115': 'A design has no channels of Kinesis data streams; kds → s3 goes through Firehose.',
  'G-124': 'Integration book, mqtt-device → anything but iot-core: `edge-has-its-mediator`.',
  'G-125': 'A design has no place for static keys; producers get roles from the export.',
  'G-129':
    'Integration book, dynamodb and keyspaces → quicksight: `edge-is-possible`, `edge-has-its-mediator`.',
};

/** Numbers of the book: G-001 to this. */
export const lastNumber = 131;
