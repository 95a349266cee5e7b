import { expect, test } from 'vitest';
import { glueCatalog } from '../../../shared/services/glue-catalog/index.ts';
import { glueCrawler } from '../../../shared/services/glue-crawler/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('one run at a time, billed at least ten minutes (WE-47)', () => {
  const model = buildModel(glueCrawler, { dpus: 1 });
  expect(model.stages[0]?.job).toMatchObject({ slots: 1, periodSeconds: 86_400 });
  const price = glueCrawler.limits.find((limit) => limit.id === model.cost?.[0]?.price)?.value ?? 0;
  expect((model.cost?.[0]?.factor ?? 0) * price).toBeCloseTo(0.0733, 4);
});

test('targets follow the incoming edges and the catalog names the database', () => {
  const contribution = buildContribution(
    glueCrawler,
    { exclusions: ['**/_temporary/**'] },
    {
      incoming: [
        { service: 's3', edgeValues: { prefix: 'raw' } },
        { service: 'dynamodb' },
        { service: 'rds' },
      ],
      outgoing: [{ service: glueCatalog, kind: 'metadata', node: 'lake' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const crawler = contribution.cloudFormation.find((resource) => resource.key === 'crawler');
  expect(crawler?.properties.DatabaseName).toMatchObject({ resource: 'lake/primary', attribute: 'name' });
  expect(
    Object.keys(crawler?.properties.Targets ?? {}).filter((key) => key.endsWith('Targets')),
  ).toHaveLength(4);
  expect(contribution.cloudFormation.some((resource) => resource.type === 'AWS::Glue::Connection')).toBe(
    true,
  );
  expect(contribution.variables?.map((spec) => spec.name)).toContain('glueSubnetId');
});

test('new folders only forces logging, as Glue demands', () => {
  const contribution = buildContribution(glueCrawler, {
    recrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY',
    updateBehavior: 'UPDATE_IN_DATABASE',
  });
  const crawler = contribution.cloudFormation.find((resource) => resource.key === 'crawler');
  expect(crawler?.properties.SchemaChangePolicy).toEqual({ UpdateBehavior: 'LOG', DeleteBehavior: 'LOG' });
});
