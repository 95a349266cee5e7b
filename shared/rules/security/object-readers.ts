/** Services that read objects with S3's own decryption only, by what stops them otherwise. */
export const managedReaders: readonly string[] = [
  'athena',
  'redshift',
  'redshift-spectrum',
  'glue-etl',
  'glue-streaming',
  'glue-crawler',
  'glue-catalog',
  'databrew',
  'emr',
  'sm-training',
  'sm-transform',
  'sm-processing',
  'sm-endpoint',
  'bedrock-kb',
  'bedrock-model',
  'bedrock-custom',
];
