import { type Body, block, blocks, type Expression, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour, VariableSpec } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import type { Both } from './both.ts';

interface Processor {
  type: string;
  parameters: readonly (readonly [name: string, value: Expression])[];
}

/** What happens to records inside Firehose, in the order in which it happens. */
function getProcessors(context: IacContext, toS3: boolean): readonly Processor[] {
  const { config } = context;
  const processors: Processor[] = [];
  const transform = context.outgoing.find((edge) => edge.service === 'lambda');
  if (transform) {
    processors.push({
      type: 'Lambda',
      parameters: [
        ['LambdaArn', text(transform.ref('arn'), ':$LATEST')],
        ['BufferSizeInMBs', String(config.number('transformBufferSizeMBs'))],
        ['BufferIntervalInSeconds', String(config.number('transformBufferIntervalSeconds'))],
        ['NumberOfRetries', String(config.number('transformRetries'))],
        ['RoleArn', context.own('role', 'arn')],
      ],
    });
  }
  if (!toS3) return processors;
  if (config.flag('dynamicPartitioning')) {
    const query = config
      .rows('partitionKeys')
      .map((row) => `${row.text('name')}:${row.text('expression')}`)
      .join(',');
    processors.push({
      type: 'MetadataExtraction',
      parameters: [
        ['MetadataExtractionQuery', `{${query}}`],
        ['JsonParsingEngine', 'JQ-1.6'],
      ],
    });
  }
  if (config.flag('appendNewline') && config.text('dataFormatConversion') === 'OFF') {
    processors.push({ type: 'AppendDelimiterToRecord', parameters: [['Delimiter', '\\n']] });
  }
  return processors;
}

/** The processing configuration of a destination, or nothing when records pass unchanged. */
export function buildProcessing(context: IacContext, toS3: boolean): Both {
  const processors = getProcessors(context, toS3);
  if (processors.length === 0) return { cloudFormation: {}, terraform: {} };
  return {
    cloudFormation: {
      ProcessingConfiguration: {
        Enabled: true,
        Processors: processors.map(({ type, parameters }) => ({
          Type: type,
          Parameters: parameters.map(([name, value]) => ({ ParameterName: name, ParameterValue: value })),
        })),
      },
    },
    terraform: {
      processing_configuration: block({
        enabled: true,
        processors: blocks(
          processors.map(
            ({ type, parameters }): Body => ({
              type,
              parameters: blocks(
                parameters.map(([name, value]) => ({ parameter_name: name, parameter_value: value })),
              ),
            }),
          ),
        ),
      }),
    },
  };
}

/** Whether the catalog node only names a database, so that the table has to be asked for. */
const asksForTable = (catalog: IacNeighbour): boolean => catalog.config.text('tableName') === '';
const tableVariable = (context: IacContext): string => getNodeVariableName(context, 'TableName');

/** Inputs of format conversion: the table, when the design leaves it open. */
export function getTableVariables(context: IacContext): readonly VariableSpec[] {
  const catalog = context.outgoing.find((edge) => edge.service === 'glue-catalog');
  if (context.config.text('dataFormatConversion') === 'OFF' || !catalog || !asksForTable(catalog)) return [];
  return [
    {
      name: tableVariable(context),
      type: 'string',
      description: `Glue table with the schema of ${context.name}; it must exist before the stream is made.`,
    },
  ];
}

/** Conversion of JSON to a columnar file with the schema of the connected catalog table. */
export function buildFormatConversion(context: IacContext): Both {
  const { config } = context;
  const format = config.text('dataFormatConversion');
  const table = context.outgoing.find((edge) => edge.service === 'glue-catalog');
  if (format === 'OFF' || !table) return { cloudFormation: {}, terraform: {} };
  const openX = config.text('inputFormat') === 'OPENX_JSON';
  const parquet = format === 'PARQUET';
  const chosen = config.text('columnarCompression');
  const compression = parquet ? chosen : ({ GZIP: 'ZLIB', UNCOMPRESSED: 'NONE' }[chosen] ?? chosen);
  const database = table.refTo('database', 'name');
  const tableName = asksForTable(table) ? variable(tableVariable(context)) : table.refTo('table', 'name');
  const role = context.own('role', 'arn');
  return {
    cloudFormation: {
      DataFormatConversionConfiguration: {
        Enabled: true,
        InputFormatConfiguration: { Deserializer: openX ? { OpenXJsonSerDe: {} } : { HiveJsonSerDe: {} } },
        OutputFormatConfiguration: {
          Serializer: parquet
            ? { ParquetSerDe: { Compression: compression } }
            : { OrcSerDe: { Compression: compression } },
        },
        SchemaConfiguration: {
          DatabaseName: database,
          TableName: tableName,
          Region: context.settings.region,
          RoleARN: role,
        },
      },
    },
    terraform: {
      data_format_conversion_configuration: block({
        enabled: true,
        input_format_configuration: block({
          deserializer: block(openX ? { open_x_json_ser_de: block({}) } : { hive_json_ser_de: block({}) }),
        }),
        output_format_configuration: block({
          serializer: block(
            parquet ? { parquet_ser_de: block({ compression }) } : { orc_ser_de: block({ compression }) },
          ),
        }),
        schema_configuration: block({
          database_name: database,
          table_name: tableName,
          region: context.settings.region,
          role_arn: role,
        }),
      }),
    },
  };
}
