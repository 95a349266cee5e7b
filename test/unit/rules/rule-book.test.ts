import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { drawDesign } from './draw-design.ts';

/** Numbers of the rule book that the integration book enforces, with a pair each and the rule that speaks. */
const pairs: readonly [string, string, string, string][] = [
  ['G-023', 'firehose', 'redshift', 'edge-has-its-mediator'],
  ['G-035', 'msf', 'efs', 'edge-is-possible'],
  ['G-035', 'msf', 'fsx', 'edge-is-possible'],
  ['G-063', 'direct-connect', 'vpce-s3', 'edge-is-possible'],
  ['G-065', 'datasync', 'rds', 'edge-is-possible'],
  ['G-065', 'rds', 'datasync', 'edge-is-possible'],
  ['G-071', 'kds', 'dms', 'edge-is-possible'],
  ['G-071', 'dynamodb', 'dms', 'edge-is-possible'],
  ['G-071', 'redshift', 'dms', 'edge-is-possible'],
  ['G-071', 'dms', 'mongodb', 'edge-is-possible'],
  ['G-079', 'glue-etl', 'timestream', 'edge-is-possible'],
  ['G-080', 's3', 'glue-streaming', 'edge-is-possible'],
  ['G-084', 's3', 'athena', 'edge-has-its-mediator'],
  ['G-104', 'kds', 'sm-training', 'edge-has-its-mediator'],
  ['G-104', 'rds', 'sm-training', 'edge-has-its-mediator'],
  ['G-105', 'sm-endpoint', 'dynamodb', 'edge-has-its-mediator'],
  ['G-109', 'bedrock-kb', 'rds', 'edge-is-possible'],
  ['G-109', 'bedrock-kb', 'dynamodb', 'edge-is-possible'],
  ['G-124', 'mqtt-device', 'kds', 'edge-has-its-mediator'],
  ['G-124', 'mqtt-device', 's3', 'edge-has-its-mediator'],
  ['G-129', 'dynamodb', 'quicksight', 'edge-has-its-mediator'],
  ['G-129', 'keyspaces', 'quicksight', 'edge-is-possible'],
];

describe('numbers that the integration book enforces', () => {
  it.each(pairs)('%s: %s → %s is an error of %s', (_, source, target, rule) => {
    const design = drawDesign({ nodes: { a: source, b: target }, edges: ['a > b'] });
    const finding = checkDesign(design).find((item) => item.rule === rule);
    expect(finding).toMatchObject({ severity: 'error', targets: [{ kind: 'edge', id: 'a-to-b' }] });
  });
});
