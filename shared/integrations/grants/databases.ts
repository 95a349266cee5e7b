import {
  accountArn,
  allow,
  any,
  noResourceLevel,
  own,
  type GrantResource,
  type GrantSet,
} from './grant-set.ts';

const changeStream: GrantResource = { of: 'owner', suffix: '', attribute: 'stream-arn' };
const timestreamTables = accountArn('timestream', 'database/{name}/table/*');

/** Sets for databases, warehouses, search and the catalogue. */
export const databaseGrants: readonly GrantSet[] = [
  {
    id: 'DDB-R',
    purpose: 'Reads items of the table and its indexes.',
    owners: ['dynamodb'],
    statements: [
      allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:DescribeTable'], own()),
      allow(['dynamodb:Query', 'dynamodb:Scan'], own(), own('/index/*')),
    ],
  },
  {
    id: 'DDB-W',
    purpose: 'Writes items of the table.',
    owners: ['dynamodb'],
    statements: [
      allow(
        ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem', 'dynamodb:DescribeTable'],
        own(),
      ),
    ],
  },
  {
    id: 'DDB-ST',
    purpose: 'Reads the change stream of the table.',
    owners: ['dynamodb'],
    statements: [
      allow(['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'], changeStream),
      allow(['dynamodb:ListStreams'], any(noResourceLevel)),
    ],
  },
  {
    id: 'DDB-X',
    purpose: 'Exports the table to S3.',
    owners: ['dynamodb'],
    statements: [
      allow(['dynamodb:ExportTableToPointInTime'], own()),
      allow(['dynamodb:DescribeExport'], own('/export/*')),
    ],
  },
  {
    id: 'DDB-I',
    purpose: 'Imports a new table from S3.',
    owners: ['dynamodb'],
    statements: [
      allow(['dynamodb:ImportTable'], own()),
      allow(['dynamodb:DescribeImport'], own('/import/*')),
    ],
  },
  {
    id: 'RS-DATA',
    purpose: 'Runs SQL on the provisioned cluster through the Data API with temporary credentials.',
    owners: ['redshift'],
    statements: [
      allow(['redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'], own()),
      allow(['redshift-data:DescribeStatement', 'redshift-data:GetStatementResult'], any(noResourceLevel)),
      allow(['redshift:GetClusterCredentialsWithIAM'], accountArn('redshift', 'dbname:{name}/*')),
    ],
  },
  {
    id: 'RSS-DATA',
    purpose: 'Runs SQL on the serverless workgroup through the Data API with temporary credentials.',
    owners: ['redshift'],
    statements: [
      allow(
        [
          'redshift-data:ExecuteStatement',
          'redshift-data:BatchExecuteStatement',
          'redshift-serverless:GetCredentials',
        ],
        own(),
      ),
      allow(['redshift-data:DescribeStatement', 'redshift-data:GetStatementResult'], any(noResourceLevel)),
    ],
  },
  {
    id: 'RS-CRED',
    purpose: 'Gets temporary credentials of a database user of the cluster.',
    owners: ['redshift'],
    statements: [
      allow(
        ['redshift:GetClusterCredentials'],
        accountArn('redshift', 'dbuser:{name}/*'),
        accountArn('redshift', 'dbname:{name}/*'),
      ),
    ],
  },
  {
    id: 'RDS-DATA',
    purpose: 'Runs SQL on the cluster through the Data API.',
    owners: ['aurora'],
    statements: [allow(['rds-data:ExecuteStatement', 'rds-data:BatchExecuteStatement'], own())],
  },
  {
    id: 'RDS-DESC',
    purpose: 'Looks the cluster up.',
    owners: ['aurora'],
    statements: [allow(['rds:DescribeDBClusters'], own())],
  },
  {
    id: 'RDS-CON',
    purpose: 'Logs in to the database as one IAM database user.',
    owners: ['rds', 'aurora'],
    statements: [allow(['rds-db:connect'], accountArn('rds-db', 'dbuser:*/{grantee}'))],
  },
  {
    id: 'OS-W',
    purpose: 'Writes and searches documents of the domain.',
    owners: ['opensearch'],
    statements: [
      allow(['es:ESHttpPost', 'es:ESHttpPut', 'es:ESHttpGet'], own('/*')),
      allow(['es:DescribeDomain', 'es:DescribeDomains', 'es:DescribeDomainConfig'], own()),
    ],
  },
  {
    id: 'AOSS',
    purpose: 'Uses the collection within what its data access policy allows.',
    owners: ['opensearch'],
    statements: [allow(['aoss:APIAccessAll'], own())],
  },
  {
    id: 'TS-W',
    purpose: 'Writes to the tables of the database.',
    owners: ['timestream'],
    statements: [
      allow(['timestream:WriteRecords'], timestreamTables),
      allow(['timestream:DescribeEndpoints'], any(noResourceLevel)),
    ],
  },
  {
    id: 'TS-R',
    purpose: 'Queries the tables of the database.',
    owners: ['timestream'],
    statements: [
      allow(['timestream:Select', 'timestream:DescribeTable'], timestreamTables),
      allow(['timestream:DescribeEndpoints'], any(noResourceLevel)),
    ],
  },
  {
    id: 'KS-RW',
    purpose: 'Reads and writes the tables of the keyspace.',
    owners: ['keyspaces'],
    statements: [allow(['cassandra:Select', 'cassandra:Modify'], own('table/*'))],
  },
  {
    id: 'KS-CDC',
    purpose: 'Reads the change streams of the keyspace.',
    owners: ['keyspaces'],
    statements: [
      allow(
        ['cassandra:GetRecords', 'cassandra:GetShardIterator', 'cassandra:GetStream'],
        own('table/*/stream/*'),
      ),
    ],
  },
  {
    id: 'GLUE-CAT-R',
    purpose: 'Reads databases, tables and partitions of the catalogue.',
    owners: ['glue-catalog'],
    statements: [
      allow(
        [
          'glue:GetDatabase',
          'glue:GetDatabases',
          'glue:GetTable',
          'glue:GetTables',
          'glue:GetTableVersion',
          'glue:GetTableVersions',
          'glue:GetPartition',
          'glue:GetPartitions',
        ],
        accountArn('glue', 'catalog'),
        accountArn('glue', 'database/{name}'),
        accountArn('glue', 'table/{name}/*'),
      ),
    ],
  },
  {
    id: 'GLUE-CAT-W',
    purpose: 'Creates and updates tables and partitions of the catalogue.',
    owners: ['glue-catalog'],
    statements: [
      allow(
        [
          'glue:GetDatabase',
          'glue:CreateTable',
          'glue:UpdateTable',
          'glue:GetTable',
          'glue:CreatePartition',
          'glue:BatchCreatePartition',
          'glue:UpdatePartition',
          'glue:GetPartitions',
        ],
        accountArn('glue', 'catalog'),
        accountArn('glue', 'database/{name}'),
        accountArn('glue', 'table/{name}/*'),
      ),
    ],
  },
  {
    id: 'GLUE-CONN',
    purpose: 'Uses the Glue connections of the job or crawler.',
    owners: [],
    statements: [
      allow(
        ['glue:GetConnection', 'glue:GetConnections'],
        accountArn('glue', 'catalog'),
        accountArn('glue', 'connection/{grantee}*'),
      ),
    ],
  },
  {
    id: 'ATH-Q',
    purpose: 'Runs queries in the workgroup.',
    owners: ['athena'],
    statements: [
      allow(
        [
          'athena:StartQueryExecution',
          'athena:GetQueryExecution',
          'athena:GetQueryResults',
          'athena:StopQueryExecution',
        ],
        own(),
      ),
    ],
  },
  {
    id: 'QS-ING',
    purpose: 'Refreshes datasets.',
    owners: ['quicksight'],
    statements: [allow(['quicksight:CreateIngestion'], accountArn('quicksight', 'dataset/*/ingestion/*'))],
  },
];
