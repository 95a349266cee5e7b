import { encryptionKeyProperties } from './encryption-keys.ts';
import { direct, type GenericRule, impossible, through } from './generic-ruling.ts';
import {
  answeringKinds,
  batchReaders,
  catalogueReaders,
  computeKinds,
  dataApiKinds,
  fileStores,
  mediaProducers,
  pipeTargets,
  protocolKinds,
  readerKinds,
  referenceKinds,
  startableKinds,
  storeKinds,
  streamKinds,
  vpcOnlyKinds,
} from './kind-groups.ts';
import { getKindLabel } from './kinds.ts';
import { findPairRule } from './registry.ts';
import { standingRules } from './standing-rules.ts';

/** Chain from the source to the target by listed rows only: empty when direct, undefined when none. */
function findListedChain(source: string, target: string): readonly string[] | undefined {
  const row = findPairRule(source, target);
  if (row?.verdict === 'direct') return [];
  return row?.verdict === 'via' ? row.via[0] : undefined;
}

/** The mediator and whatever the book puts between it and the target. */
function findChainFrom(mediator: string, target: string): readonly string[] | undefined {
  const rest = findListedChain(mediator, target);
  if (rest) return [mediator, ...rest];
  return accessByCode.rule(mediator, target)?.verdict === 'direct' ? [mediator] : undefined;
}

/** The mediator alone, when it reaches the target by itself. */
function findSingle(mediator: string, target: string): readonly string[] | undefined {
  const chain = findChainFrom(mediator, target);
  return chain?.length === 1 ? chain : undefined;
}

const accessByCode: GenericRule = {
  id: 'F-01',
  statement:
    'Compute that runs code reaches any service with a data API by SDK or driver; what lives in a VPC needs a network that meets.',
  sources: ['ASSUMPTION'],
  rule(source, target) {
    if (!computeKinds.has(source)) return undefined;
    if (dataApiKinds.has(target)) {
      const network = vpcOnlyKinds.has(target)
        ? 'both ends need subnets, routes and security groups that meet'
        : '';
      return direct('code calls the service with an SDK or driver', 'data', network);
    }
    if (startableKinds.has(target)) return direct('code starts the work with an SDK call', 'control');
    return undefined;
  },
};

const externalEndpoints = new Set(['splunk', 'datadog', 'third-party-http']);

const orchestration: GenericRule = {
  id: 'F-02',
  statement:
    'Step Functions and EventBridge Scheduler call any service with an AWS SDK operation; services with a protocol of their own are reached through a function.',
  sources: ['SFN-SDK', 'EB-SCH'],
  rule(source, target) {
    if (source !== 'step-functions' && source !== 'eventbridge-scheduler') return undefined;
    if (protocolKinds.has(target) || externalEndpoints.has(target)) {
      const reason = `no AWS API operation reaches what ${getKindLabel(target)} holds`;
      return through(['lambda'], 'a function speaks the protocol of the target', reason);
    }
    if (startableKinds.has(target)) return direct('AWS SDK call starts the work', 'control');
    return dataApiKinds.has(target) || target === 'glue-catalog'
      ? direct('AWS SDK call', 'control')
      : undefined;
  },
};

const references: GenericRule = {
  id: 'F-03',
  statement:
    'Metadata, policies, keys and alarms never carry data; a key may be referred to by whatever encrypts with it.',
  sources: ['N-149', 'BR-GR', 'CW-ALM', 'CDK'],
  rule(source, target) {
    const property = source === 'kms' ? encryptionKeyProperties[target] : undefined;
    if (property)
      return direct(`encryption key: ${property}`, 'configuration', 'the key policy must admit its users');
    // What encrypts with a key without a property of its own is for the designer to look up.
    if (!referenceKinds.has(source) || source === 'kms') return undefined;
    if (source === 'cw-alarm') {
      return impossible(
        'an alarm acts only through its actions',
        'put an SNS topic, a function or an EventBridge rule behind it',
        'control',
      );
    }
    return impossible(
      `${getKindLabel(source)} holds no data that could flow`,
      'connect the store behind it, or remove the edge',
      source === 'glue-catalog' ? 'metadata' : 'configuration',
    );
  },
};

const readersAsSinks: GenericRule = {
  id: 'F-04',
  statement: 'Readers take no pushed data: reverse the edge, or land the data in S3 first.',
  sources: ['QS-SRC', 'GL-CRW', 'QB-CON'],
  rule(_source, target) {
    if (!readerKinds.has(target)) return undefined;
    return impossible(
      `${getKindLabel(target)} reads by itself and takes no pushed data`,
      'reverse the edge, or land the data in S3 first',
    );
  },
};

const streamsToTargets: GenericRule = {
  id: 'F-05',
  statement:
    'A stream, queue or change stream reaches the targets of EventBridge Pipes through a pipe and everything else through a function.',
  sources: ['EB-PSRC', 'EB-PTGT', 'LM-ESM'],
  rule(source, target) {
    if (!streamKinds.has(source)) return undefined;
    const reason = `${getKindLabel(source)} does not write by itself; a consumer has to read it`;
    if (pipeTargets.has(target))
      return through(['eventbridge-pipe'], 'a pipe polls and writes to the target', reason);
    const chain = findSingle('lambda', target);
    return chain && through(chain, 'a function polls and writes to the target', reason);
  },
};

/** Semantics of an edge into a bucket that leave data there; a query, a route or an origin does not. */
const landing = new Set(['push', 'write', 'export', 'read/write', 'request', 'pull']);

const batchReading: GenericRule = {
  id: 'F-06',
  statement:
    'Batch readers take their input from S3, query engines through a catalogue table on it; the shortest listed way leads there.',
  sources: ['SM-DS', 'BR-DS', 'RS-COPY-CMD', 'ATH-GLUE'],
  rule(source, target) {
    if (!batchReaders.has(target) || source === 's3' || source === 'cloudfront') return undefined;
    const toBucket = findListedChain(source, 's3');
    const semantics = findPairRule(source, 's3')?.semantics ?? '';
    if (!toBucket || !landing.has(semantics)) return undefined;
    const chain = [...toBucket, 's3', ...(catalogueReaders.has(target) ? ['glue-catalog'] : [])];
    return through(chain, 'the data lands in S3 and is read there', `${getKindLabel(target)} reads from S3`);
  },
};

const intoVideo: GenericRule = {
  id: 'F-07',
  statement:
    'Only producers with PutMedia write to a video stream: cameras, SDK producers, containers and instances.',
  sources: ['KVS-PROD'],
  rule(source, target) {
    if (target !== 'kvs') return undefined;
    return mediaProducers.has(source)
      ? direct(
          'PutMedia through the producer libraries',
          'data',
          'media framed as fragments; one active producer per stream',
        )
      : impossible(
          'a video stream takes media from PutMedia producers only',
          'use the producer SDK on the device or in a container',
        );
  },
};

const firehoseTargets: GenericRule = {
  id: 'F-08',
  statement:
    'Firehose writes to its own destinations only; everything else is reached through S3 or by branching at the stream before it.',
  sources: ['FH-API'],
  rule(source, target) {
    if (source !== 'firehose') return undefined;
    const chain = findChainFrom('s3', target);
    const reason = `${getKindLabel(target)} is not a destination of Firehose`;
    return chain
      ? through(chain, 'batches land in S3 and go on from there', reason)
      : impossible(reason, 'branch at a Kinesis data stream in front of Firehose');
  },
};

const movers: GenericRule = {
  id: 'F-09',
  statement:
    'DataSync connects file and object stores only; DMS connects the engines on its source and target lists only.',
  sources: ['DS-LOC', 'DMS-SRC', 'DMS-TGT'],
  rule(source, target) {
    const mover = [source, target].find((kind) => kind === 'datasync' || kind === 'dms');
    const other = getKindLabel(source === mover ? target : source);
    if (mover === 'datasync' && !(fileStores.has(source) || fileStores.has(target))) {
      return impossible(
        `DataSync moves files and objects, and ${other} is no store of those`,
        'go through S3, or use DMS for databases',
      );
    }
    return mover === 'dms'
      ? impossible(`${other} is on no list of engines of DMS`, 'go through S3 or a Kinesis data stream')
      : undefined;
  },
};

const doors: Readonly<Record<string, string>> = {
  'third-party-http': 'api-gateway',
  'user-app': 'api-gateway',
  'mqtt-device': 'iot-core',
};

const outsiders: GenericRule = {
  id: 'F-10',
  statement: 'Senders without AWS credentials come in through API Gateway; devices come in through IoT Core.',
  sources: ['AG-INT', 'IOT-ACT', 'N-234'],
  rule(source, target) {
    const door = doors[source];
    if (door === undefined) return undefined;
    const behind = findSingle('lambda', target);
    const chain = findChainFrom(door, target) ?? (behind && [door, ...behind]);
    const reason = `${getKindLabel(source)} has no AWS credentials of its own`;
    return chain && through(chain, `comes in through ${getKindLabel(door)}`, reason);
  },
};

const answers: GenericRule = {
  id: 'F-11',
  statement:
    'Endpoints, models, knowledge bases and agents only answer: the caller stores or forwards the answer.',
  sources: ['SM-ASY'],
  rule(source, target) {
    if (!answeringKinds.has(source) || !storeKinds.has(target)) return undefined;
    const chain = findSingle('lambda', target);
    const reason = `${getKindLabel(source)} answers and starts nothing`;
    return chain && through(chain, 'the function that asked stores the answer', reason);
  },
};

/** In the order they are asked: what holds for everyone comes before what holds for groups. */
export const genericRules: readonly GenericRule[] = [
  ...standingRules,
  references,
  intoVideo,
  accessByCode,
  orchestration,
  batchReading,
  readersAsSinks,
  firehoseTargets,
  answers,
  streamsToTargets,
  outsiders,
  movers,
];
