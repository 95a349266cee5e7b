import { block, blocks, type Expression, pseudo, verbatim } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { getEdgeUri } from '../object-path.ts';
import { getFileFormat, getTableParameters } from './table-format.ts';

function findLocation(context: IacContext): Expression | undefined {
  const bucket = [...context.incoming, ...context.outgoing].find((edge) => edge.service === 's3');
  return bucket && getEdgeUri(bucket);
}

/** Without the description key when there is none: Glue refuses an empty text. */
const orNothing = (value: string): string | undefined => (value === '' ? undefined : value);

function buildTable(context: IacContext): {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
} {
  const { config } = context;
  const iceberg = config.text('tableFormat') === 'ICEBERG';
  const name = config.text('tableName');
  const location = findLocation(context);
  const format = getFileFormat(config);
  const parameters = iceberg ? undefined : verbatim(getTableParameters(config));
  const keys = iceberg ? [] : config.rows('partitionKeys');
  const columns = config.rows('columns').map((row) => ({
    name: row.text('name'),
    type: row.text('type'),
    comment: orNothing(row.text('comment')),
  }));
  return {
    cloudFormation: {
      key: 'table',
      type: 'AWS::Glue::Table',
      properties: {
        CatalogId: pseudo('account'),
        DatabaseName: context.own('database', 'name'),
        OpenTableFormatInput: iceberg
          ? { IcebergInput: { MetadataOperation: 'CREATE', Version: '2' } }
          : undefined,
        TableInput: {
          Name: name,
          TableType: 'EXTERNAL_TABLE',
          Parameters: parameters,
          PartitionKeys:
            keys.length > 0
              ? keys.map((row) => ({ Name: row.text('name'), Type: row.text('type') }))
              : undefined,
          StorageDescriptor: {
            Columns: columns.map((column) => ({
              Name: column.name,
              Type: column.type,
              Comment: column.comment,
            })),
            Location: location,
            ...(!iceberg && {
              InputFormat: format.inputFormat,
              OutputFormat: format.outputFormat,
              SerdeInfo: {
                SerializationLibrary: format.serializationLibrary,
                Parameters: verbatim(format.serdeParameters),
              },
            }),
          },
        },
      },
    },
    terraform: {
      key: 'table',
      type: 'aws_glue_catalog_table',
      arguments: {
        name,
        database_name: context.own('database', 'name'),
        table_type: 'EXTERNAL_TABLE',
        parameters,
        open_table_format_input: iceberg
          ? block({ iceberg_input: block({ metadata_operation: 'CREATE', version: '2' }) })
          : undefined,
        storage_descriptor: block({
          location,
          input_format: iceberg ? undefined : format.inputFormat,
          output_format: iceberg ? undefined : format.outputFormat,
          ser_de_info: iceberg
            ? undefined
            : block({
                serialization_library: format.serializationLibrary,
                parameters: verbatim(format.serdeParameters),
              }),
          columns: blocks(columns),
        }),
        partition_keys:
          keys.length > 0
            ? blocks(keys.map((row) => ({ name: row.text('name'), type: row.text('type') })))
            : undefined,
      },
    },
  };
}

function buildEncryption(context: IacContext): {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
} {
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  return {
    cloudFormation: {
      key: 'encryption',
      type: 'AWS::Glue::DataCatalogEncryptionSettings',
      properties: {
        CatalogId: pseudo('account'),
        DataCatalogEncryptionSettings: {
          EncryptionAtRest: { CatalogEncryptionMode: 'SSE-KMS', SseAwsKmsKeyId: key },
          ConnectionPasswordEncryption: {
            ReturnConnectionPasswordEncrypted: key !== undefined,
            KmsKeyId: key,
          },
        },
      },
    },
    terraform: {
      key: 'encryption',
      type: 'aws_glue_data_catalog_encryption_settings',
      arguments: {
        data_catalog_encryption_settings: block({
          encryption_at_rest: block({ catalog_encryption_mode: 'SSE-KMS', sse_aws_kms_key_id: key }),
          connection_password_encryption: block({
            return_connection_password_encrypted: key !== undefined,
            aws_kms_key_id: key,
          }),
        }),
      },
    },
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = config.text('databaseName') || context.physicalName(255, '_');
  const description = orNothing(config.text('description'));
  const optional = [
    ...(config.text('tableName') === '' ? [] : [buildTable(context)]),
    ...(config.flag('encryptCatalog') ? [buildEncryption(context)] : []),
  ];
  return {
    cloudFormation: [
      {
        key: 'database',
        type: 'AWS::Glue::Database',
        properties: {
          CatalogId: pseudo('account'),
          DatabaseInput: { Name: name, Description: description },
        },
      },
      ...optional.map((part) => part.cloudFormation),
    ],
    terraform: [
      { key: 'database', type: 'aws_glue_catalog_database', arguments: { name, description } },
      ...optional.map((part) => part.terraform),
    ],
  };
}

export const iac: IacMapping = {
  primary: 'database',
  role: '',
  types: {
    cloudFormation: ['AWS::Glue::Database', 'AWS::Glue::Table', 'AWS::Glue::DataCatalogEncryptionSettings'],
    terraform: [
      'aws_glue_catalog_database',
      'aws_glue_catalog_table',
      'aws_glue_data_catalog_encryption_settings',
    ],
  },
  build,
};
