import { expect, test } from 'vitest';
import { glueCatalog } from '../../../shared/services/glue-catalog/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('data passes at once and nothing is charged by default', () => {
  const model = buildModel(glueCatalog);
  expect(model.stages.map((stage) => stage.service?.kind)).toEqual(['unlimited']);
  expect(model.cost).toBeUndefined();
});

test('a database alone is exported until a table is named', () => {
  const contribution = buildContribution(glueCatalog);
  expect(contribution.cloudFormation.map((resource) => resource.key)).toEqual(['database']);
  expect(contribution.terraform[0]?.arguments.name).toBe('test_node');
});

test('a table takes its place from the bucket and projects its date keys', () => {
  const contribution = buildContribution(
    glueCatalog,
    { tableName: 'clicks' },
    { incoming: [{ service: 's3', edgeValues: { prefix: '/clicks' } }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const input = contribution.cloudFormation[1]?.properties.TableInput as {
    Parameters: { value: Record<string, string> };
    StorageDescriptor: { Location: { parts: unknown[] }; SerdeInfo: { SerializationLibrary: string } };
  };
  expect(input.Parameters.value['projection.month.range']).toBe('1,12');
  expect(input.StorageDescriptor.Location.parts.at(-1)).toBe('/clicks/');
  expect(input.StorageDescriptor.SerdeInfo.SerializationLibrary).toContain('ParquetHiveSerDe');
});

test('an Iceberg table has no SerDe and no partition keys', () => {
  const contribution = buildContribution(glueCatalog, { tableName: 'events', tableFormat: 'ICEBERG' });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const properties = contribution.cloudFormation[1]?.properties ?? {};
  expect(properties.OpenTableFormatInput).toEqual({
    IcebergInput: { MetadataOperation: 'CREATE', Version: '2' },
  });
  expect(JSON.stringify(properties.TableInput)).not.toContain('SerdeInfo');
});
