import type { Configuration } from '../configuration.ts';

/** Hadoop classes that read one file format. */
export interface FileFormat {
  inputFormat: string;
  outputFormat: string;
  serializationLibrary: string;
  serdeParameters: Readonly<Record<string, string>>;
}

const textInput = 'org.apache.hadoop.mapred.TextInputFormat';
const textOutput = 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat';
const hive = 'org.apache.hadoop.hive.ql.io';

const formats: Readonly<Record<string, FileFormat>> = {
  parquet: {
    inputFormat: `${hive}.parquet.MapredParquetInputFormat`,
    outputFormat: `${hive}.parquet.MapredParquetOutputFormat`,
    serializationLibrary: `${hive}.parquet.serde.ParquetHiveSerDe`,
    serdeParameters: { 'serialization.format': '1' },
  },
  orc: {
    inputFormat: `${hive}.orc.OrcInputFormat`,
    outputFormat: `${hive}.orc.OrcOutputFormat`,
    serializationLibrary: `${hive}.orc.OrcSerde`,
    serdeParameters: { 'serialization.format': '1' },
  },
  avro: {
    inputFormat: `${hive}.avro.AvroContainerInputFormat`,
    outputFormat: `${hive}.avro.AvroContainerOutputFormat`,
    serializationLibrary: 'org.apache.hadoop.hive.serde2.avro.AvroSerDe',
    serdeParameters: { 'serialization.format': '1' },
  },
  json: {
    inputFormat: textInput,
    outputFormat: textOutput,
    serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe',
    serdeParameters: { 'ignore.malformed.json': 'true' },
  },
  csv: {
    inputFormat: textInput,
    outputFormat: textOutput,
    serializationLibrary: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
    serdeParameters: { separatorChar: ',', quoteChar: '"' },
  },
};

/** Classes for the format of the table; Parquet when the name is unknown. */
export function getFileFormat(config: Configuration): FileFormat {
  const format = formats[config.text('classification')] ?? formats.parquet;
  if (!format) throw new Error('The table of file formats has no Parquet.');
  return format;
}

const ranges: Readonly<Record<string, { range: string; digits: string }>> = {
  month: { range: '1,12', digits: '2' },
  day: { range: '1,31', digits: '2' },
  hour: { range: '0,23', digits: '2' },
};

/** Table parameters: classification and, for date keys, partition projection. */
export function getTableParameters(config: Configuration): Readonly<Record<string, string>> {
  if (config.text('tableFormat') === 'ICEBERG') return {};
  const parameters: Record<string, string> = {
    classification: config.text('classification'),
    EXTERNAL: 'TRUE',
  };
  const keys = config.rows('partitionKeys').map((row) => row.text('name'));
  if (!config.flag('partitionProjection') || keys.length === 0) return parameters;
  parameters['projection.enabled'] = 'true';
  for (const key of keys) {
    const known = ranges[key];
    const first = config.number('firstYear');
    if (key === 'year') {
      parameters['projection.year.type'] = 'integer';
      parameters['projection.year.range'] = `${first},${first + 25}`;
    } else if (known) {
      parameters[`projection.${key}.type`] = 'integer';
      parameters[`projection.${key}.range`] = known.range;
      parameters[`projection.${key}.digits`] = known.digits;
    } else {
      // Values of other keys are not known in advance; queries must name them.
      parameters[`projection.${key}.type`] = 'injected';
    }
  }
  return parameters;
}
