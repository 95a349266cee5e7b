import { describe, expect, test } from 'vitest';
import type { CloudFormationItem } from '../../../shared/iac/ir/graph.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { buildDesign } from './designs.ts';

const lower = (services: Readonly<Record<string, string>>, ...edges: readonly [string, string][]) => {
  const nodes = Object.entries(services).map(([id, service]) => ({ id, service }));
  const { graph, blockers } = lowerDesign(
    buildDesign(
      nodes,
      edges.map(([source, target]) => ({ source, target })),
    ),
  );
  expect(blockers).toEqual([]);
  const properties = (id: string) =>
    (graph.cloudFormation.find((item) => item.id === id) as CloudFormationItem | undefined)?.properties;
  return { graph, properties };
};

describe('an edge is in the export:', () => {
  test('a transfer logs to the group that it is drawn to, and has none of its own', () => {
    const { properties } = lower(
      { share: 'onprem-files', copy: 'datasync', lake: 's3', logs: 'cw-logs' },
      ['share', 'copy'],
      ['copy', 'lake'],
      ['copy', 'logs'],
    );
    expect(properties('copy/task')).toMatchObject({ CloudWatchLogGroupArn: { resource: 'logs/group' } });
    expect(JSON.stringify(properties('copy/logs-policy'))).toContain('"resource":"logs/group"');
    expect(properties('copy/logs')).toBeUndefined();
  });

  test('a topic subscribes endpoints outside AWS, whose addresses are inputs', () => {
    const { graph, properties } = lower(
      { news: 'sns', first: 'third-party-http', second: 'third-party-http' },
      ['news', 'first'],
      ['news', 'second'],
    );
    expect(properties('news/subscription-first')).toMatchObject({ Protocol: 'https' });
    const inputs = graph.variables.map(({ name }) => name);
    expect(inputs).toEqual(['newsEndpointUrl', 'newsEndpointUrl2']);
  });

  test('a rule calls the first route of a REST API, with a role', () => {
    const { graph, properties } = lower(
      { clock: 'eventbridge-rule', api: 'api-gateway', work: 'lambda' },
      ['clock', 'api'],
      ['api', 'work'],
    );
    const text = JSON.stringify(properties('clock/rule'));
    expect(text).toContain('"resource":"api/stage"');
    expect(text).toContain('/POST/work');
    expect(graph.cloudFormation.some(({ id }) => id === 'clock/role')).toBe(true);
  });
});
