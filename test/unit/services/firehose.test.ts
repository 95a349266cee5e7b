import { expect, test } from 'vitest';
import type { Properties } from '../../../shared/graph/design.ts';
import { firehose } from '../../../shared/services/firehose/index.ts';
import { glueCatalog } from '../../../shared/services/glue-catalog/index.ts';
import { kds } from '../../../shared/services/kds/index.ts';
import { opensearch } from '../../../shared/services/opensearch/index.ts';
import { redshift } from '../../../shared/services/redshift/index.ts';
import { s3 } from '../../../shared/services/s3/index.ts';
import { rateOf } from './cost-rate.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
  type TestEdges,
} from './service-contexts.ts';

const mebibyte = 1_048_576;

function getStream(values: Properties, edges: TestEdges) {
  const contribution = buildContribution(firehose, values, edges);
  expect(findSchemaProblems(contribution)).toEqual([]);
  const named = <Item extends { key: string }>(items: readonly Item[]): Item => {
    const found = items.find((item) => item.key === 'delivery-stream');
    if (!found) throw new Error('no delivery stream');
    return found;
  };
  return {
    contribution,
    cloudFormation: named(contribution.cloudFormation).properties,
    terraform: named(contribution.terraform).arguments,
  };
}

test('1 MiB/s fills 5 MiB in 5 s and 0.01 MiB/s waits 300 s (WE-23, WE-24)', () => {
  const batch = buildModel(firehose).stages.at(-1)?.batch;
  expect(batch).toMatchObject({ maxBytes: 5 * mebibyte, maxSeconds: 300, scope: 'lane' });
  expect((batch?.maxBytes ?? 0) / mebibyte).toBe(5);
});

test('a source of ten shards has ten buffers (WE-26)', () => {
  const model = buildModel(firehose, {}, { incoming: [{ service: kds, values: { shardCount: 10 } }] });
  expect(model.stages).toHaveLength(1);
  expect(model.stages[0]?.lanes).toBe(10);
});

test('dynamic partitioning delivers within one and a half intervals (WE-28)', () => {
  const model = buildModel(firehose, { dynamicPartitioning: true, bufferIntervalSeconds: 60 });
  expect(model.stages.at(-1)?.batch?.maxSeconds).toBe(90);
});

test('180 active partitions fit, 625 lose what is over 500 (WE-27)', () => {
  const at = (activePartitions: number) =>
    buildModel(firehose, { dynamicPartitioning: true, activePartitions }).stages.at(-1);
  expect(at(3 * 60)?.failure).toBeUndefined();
  expect(at(625)).toMatchObject({ lanes: 500, failure: { probability: 0.2 } });
});

test('Direct PUT raised to 10 MiB/s takes 4,000 calls or 1,000,000 records (WE-29)', () => {
  const at = (recordsPerPut: number) =>
    buildModel(firehose, { directPutQuotaMiBps: 10, recordsPerPut }).stages[0]?.admission ?? [];
  expect(at(1).map((limit) => limit.recordsPerSecond ?? limit.bytesPerSecond)).toEqual([10 * mebibyte, 4000]);
  expect(at(500)[1]?.recordsPerSecond).toBe(1_000_000);
});

test('small Regions start at 1 MiB/s', () => {
  const context = { ...buildSimulationContext(firehose), region: 'eu-north-1' };
  expect(firehose.simulation.build(context).stages[0]?.admission?.[0]?.bytesPerSecond).toBe(mebibyte);
});

test('1,000 records of 1 KB per second cost 375.84 USD in 30 days (WE-31)', () => {
  const model = buildModel(firehose);
  const line = model.cost?.[0];
  const bytes = 1000 * Math.max(1000, line?.roundRecordUpToBytes ?? 0) * 30 * 86_400;
  expect(bytes * rateOf(firehose, model, line?.label ?? '')).toBeCloseTo(375.84, 2);
});

test('S3: Kinesis source, Parquet with the catalog table, prefixes below the edge’s', () => {
  const { cloudFormation, terraform } = getStream(
    { dataFormatConversion: 'PARQUET', bufferSizeMBs: 128, backupMode: 'ALL' },
    {
      incoming: [{ service: kds }],
      outgoing: [
        { service: s3, edgeValues: { prefix: 'lake' } },
        { service: glueCatalog, kind: 'metadata' },
      ],
    },
  );
  expect(cloudFormation).toMatchObject({
    DeliveryStreamType: 'KinesisStreamAsSource',
    ExtendedS3DestinationConfiguration: {
      CompressionFormat: 'UNCOMPRESSED',
      DataFormatConversionConfiguration: { Enabled: true },
      S3BackupMode: 'Enabled',
      S3BackupConfiguration: { Prefix: 'lake/source/' },
    },
  });
  const target = cloudFormation.ExtendedS3DestinationConfiguration as Record<string, string>;
  expect(target.Prefix).toMatch(/^lake\/data\//);
  expect(target.ErrorOutputPrefix).toMatch(/^lake\/errors\//);
  expect(terraform.destination).toBe('extended_s3');
  expect(cloudFormation.DeliveryStreamEncryptionConfigurationInput).toBeUndefined();
});

test('S3: Lambda transform and dynamic partitioning are processors, keys are put in the prefix', () => {
  const { cloudFormation } = getStream(
    {
      dynamicPartitioning: true,
      bufferSizeMBs: 64,
      partitionKeys: [{ name: 'shop', expression: '.shop.id' }],
    },
    { outgoing: [{ service: s3 }, { service: 'lambda' }] },
  );
  const target = cloudFormation.ExtendedS3DestinationConfiguration as {
    Prefix: string;
    ProcessingConfiguration: { Processors: { Type: string; Parameters: unknown[] }[] };
  };
  expect(target.ProcessingConfiguration.Processors.map((processor) => processor.Type)).toEqual([
    'Lambda',
    'MetadataExtraction',
    'AppendDelimiterToRecord',
  ]);
  expect(target.ProcessingConfiguration.Processors[1]?.Parameters).toContainEqual({
    ParameterName: 'MetadataExtractionQuery',
    ParameterValue: '{shop:.shop.id}',
  });
  expect(target.Prefix).toMatch(/^shop=!\{partitionKeyFromQuery:shop\}\/data\//);
});

test('Redshift behind the bucket: staging, COPY with GZIP and the managed secret', () => {
  const edges = { outgoing: [{ service: s3, outgoing: [{ service: redshift }] }] };
  const { cloudFormation, contribution } = getStream({ copyColumns: ['id', 'at'] }, edges);
  expect(cloudFormation).toMatchObject({
    DeliveryStreamType: 'DirectPut',
    RedshiftDestinationConfiguration: {
      CopyCommand: {
        DataTableName: 'public.events',
        DataTableColumns: 'id,at',
        CopyOptions: "JSON 'auto' TIMEFORMAT 'auto' GZIP",
      },
      SecretsManagerConfiguration: { Enabled: true },
      S3Configuration: { CompressionFormat: 'GZIP' },
    },
  });
  const actions = contribution.roles?.[0]?.statements?.flatMap((statement) => statement.actions);
  expect(actions).toContain('secretsmanager:GetSecretValue');
  const off = getStream({ redshiftLoad: false }, edges).cloudFormation;
  expect(off.RedshiftDestinationConfiguration).toBeUndefined();
});

test('OpenSearch in a VPC: interfaces of the stream’s own and a backup bucket when none is drawn', () => {
  const { cloudFormation, contribution } = getStream(
    {},
    { outgoing: [{ service: opensearch, values: { networkAccess: 'VPC' } }] },
  );
  expect(cloudFormation).toMatchObject({
    AmazonopensearchserviceDestinationConfiguration: {
      S3BackupMode: 'FailedDocumentsOnly',
      IndexRotationPeriod: 'OneDay',
    },
  });
  expect(contribution.cloudFormation.map((resource) => resource.key)).toEqual(
    expect.arrayContaining(['security-group', 'backup', 'delivery-stream']),
  );
});

test('Splunk and HTTP endpoints keep their limits and take their secret from an input', () => {
  const splunk = getStream({}, { outgoing: [{ service: 'splunk' }, { service: s3 }] });
  expect(splunk.cloudFormation).toMatchObject({
    SplunkDestinationConfiguration: { BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 60 } },
  });
  const datadog = getStream(
    { endpointUrl: 'https://intake.example.com/v1', backupMode: 'ALL' },
    { outgoing: [{ service: 'datadog' }] },
  );
  expect(datadog.cloudFormation).toMatchObject({
    HttpEndpointDestinationConfiguration: {
      EndpointConfiguration: { Url: 'https://intake.example.com/v1', Name: 'Datadog' },
      S3BackupMode: 'AllData',
      BufferingHints: { SizeInMBs: 4 },
    },
  });
  expect(datadog.contribution.variables?.map((variable) => variable.name)).toEqual([
    'nodeEndpointCredentialsArn',
  ]);
});
