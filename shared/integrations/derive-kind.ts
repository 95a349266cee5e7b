import type { EdgeKind } from '../graph/design.ts';

/**
 * What an edge between two kinds carries, from who acts and on what. The first line that fits decides:
 *
 * 1. change-capture: databases into DMS, everything DMS writes, DynamoDB streams, zero-ETL replication,
 *    Keyspaces streams: the ordered log of a database.
 * 2. metadata: whatever touches the Glue catalogue, a crawler or a Spectrum schema as a reference; and
 *    the logs and metrics a service keeps of its own work, which are no part of the record flow.
 * 3. configuration: references to keys, code, models, guardrails and knowledge bases; network paths;
 *    placement on an Outpost.
 * 4. control: starting and stopping work, schedules, alarms and job states, where nothing but an event
 *    passes. An event that stands for a record, object or message keeps the kind of what it stands for,
 *    so S3 → Lambda and KDS → pipe → Step Functions are data; so are requests and answers, which
 *    carry a payload, and mounts, through which files are read and written.
 * 5. data: the rest.
 */
export function deriveEdgeKind(
  source: string,
  target: string,
  semantics: string,
  firstMediator?: string,
): EdgeKind {
  if (isChangeCapture(source, target, semantics, firstMediator)) return 'change-capture';
  if (isMetadata(source, target, semantics)) return 'metadata';
  if (semantics === 'reference' || semantics === 'network' || semantics === 'hosts') {
    // A bucket drawn straight onto Athena is about its objects; the mediator brings the schema.
    return source === 's3' && target === 'athena' ? 'data' : 'configuration';
  }
  if (semantics === 'orchestrates') return recordWriters.has(target) ? 'data' : 'control';
  if (semantics === 'trigger')
    return recordSources.has(source) && eventReaders.has(target) ? 'data' : 'control';
  if (semantics === 'notify')
    return recordSources.has(source) || source === 'sm-endpoint' ? 'data' : 'control';
  if (semantics === 'evaluate' || semantics === 'act') return 'control';
  return 'data';
}

const databases = new Set(['rds', 'aurora', 'onprem-db', 'mongodb']);

/** Pairs that follow a database's log although neither end is DMS. */
const logFollowers: Readonly<Record<string, ReadonlySet<string>>> = {
  dynamodb: new Set(['lambda', 'kds', 'eventbridge-pipe', 'redshift', 'opensearch', 'elasticache']),
  rds: new Set(['redshift']),
  aurora: new Set(['redshift']),
  keyspaces: new Set(['lambda']),
};

function isChangeCapture(
  source: string,
  target: string,
  semantics: string,
  firstMediator: string | undefined,
): boolean {
  if (source === 'dms') return semantics === 'write' && target !== 'cw-logs';
  if (databases.has(source) && (target === 'dms' || firstMediator === 'dms')) return true;
  if (source === 'dynamodb' && (firstMediator === 'eventbridge-pipe' || firstMediator === 'kds')) return true;
  return logFollowers[source]?.has(target) ?? false;
}

const catalogueKinds = new Set(['glue-catalog', 'glue-crawler', 'redshift-spectrum']);
const observers = new Set(['cw-logs', 'cw-metrics', 'cloudtrail']);
/** Kinds whose log or metric edge delivers records of the pipeline, not their own operation. */
const recordLoggers = new Set([
  'iot-core',
  'eventbridge-rule',
  'eventbridge-pipe',
  'cloudfront',
  'cloudtrail',
  'kds',
  'cw-logs',
]);

function isMetadata(source: string, target: string, semantics: string): boolean {
  if (target === 'glue-catalog' || target === 'glue-crawler')
    return semantics !== 'orchestrates' && semantics !== 'trigger';
  if (semantics === 'reference') return catalogueKinds.has(source) || catalogueKinds.has(target);
  if (target === 'cw-metrics') return source !== 'iot-core' && source !== 'cw-logs';
  return observers.has(target) && !recordLoggers.has(source);
}

/** Orchestrated kinds whose task writes a record: the payload passes. */
const recordWriters = new Set([
  'dynamodb',
  'sns',
  'sqs',
  'eventbridge-rule',
  'kds',
  'firehose',
  's3',
  'third-party-http',
]);

/** Kinds whose events stand for a record, an object or a message. */
const recordSources = new Set([
  's3',
  'kds',
  'msk',
  'firehose',
  'msf',
  'kvs',
  'dynamodb',
  'sqs',
  'sns',
  'eventbridge-rule',
  'eventbridge-pipe',
  'iot-core',
  'api-gateway',
  'rekognition-video',
  'storage-gateway',
]);

/** Kinds that get the event itself as their input; others are only started by it. */
const eventReaders = new Set([
  'lambda',
  'sqs',
  'sns',
  'eventbridge-rule',
  'step-functions',
  'ecs-fargate',
  'batch',
]);
