import { type Expression, text } from '../../iac/ir/expression.ts';
import type { IacContext, IacNeighbour } from '../../iac/ir/mapping.ts';
import { getDatabaseAddress } from '../database-address.ts';
import { getEdgeUri } from '../object-path.ts';

/** A field of a pipeline object: a text or a reference to another object. */
export type Field = { key: string; value: Expression } | { key: string; refersTo: string };

/** One object of a pipeline definition. */
export interface PipelineObject {
  id: string;
  fields: readonly Field[];
}

/** Parameter that carries the password; the star keeps it out of the console. */
export const passwordParameter = '*databasePassword';

const drivers: Readonly<Record<string, string>> = {
  postgres: 'org.postgresql.Driver',
  mysql: 'com.mysql.jdbc.Driver',
  oracle: 'oracle.jdbc.driver.OracleDriver',
  sqlserver: 'com.microsoft.sqlserver.jdbc.SQLServerDriver',
};

const stores = new Set(['s3', 'rds', 'aurora', 'redshift', 'dynamodb', 'onprem-db']);

/** Whether the edge ends at a store the pipeline can copy. */
export const isStore = (edge: IacNeighbour): boolean => stores.has(edge.service);

/** Whether the service is reached through JDBC with a password. */
export const isRelational = (service: string): boolean =>
  ['rds', 'aurora', 'redshift', 'onprem-db'].includes(service);

const value = (key: string, content: Expression): Field => ({ key, value: content });
const refersTo = (key: string, id: string): Field => ({ key, refersTo: id });

function buildDatabase(context: IacContext, edge: IacNeighbour, id: string): PipelineObject {
  const { config } = context;
  const credentials = [
    value('username', config.text('databaseUser')),
    value('*password', `#{${passwordParameter}}`),
  ];
  const address = getDatabaseAddress(edge);
  const readsByInstance = edge.service === 'rds' && ['postgres', 'mysql', 'oracle'].includes(address.family);
  if (readsByInstance) {
    return {
      id,
      fields: [
        value('type', 'RdsDatabase'),
        value('rdsInstanceId', edge.ref('id')),
        value('databaseName', address.database),
        ...credentials,
      ],
    };
  }
  if (edge.service === 'redshift') {
    return {
      id,
      fields: [
        value('type', 'RedshiftDatabase'),
        value('connectionString', address.jdbcUrl),
        value('databaseName', address.database),
        ...credentials,
      ],
    };
  }
  return {
    id,
    fields: [
      value('type', 'JdbcDatabase'),
      value('connectionString', address.jdbcUrl),
      value('jdbcDriverClass', drivers[address.family] ?? 'com.mysql.jdbc.Driver'),
      ...credentials,
    ],
  };
}

/** The data node (and database) of one end of a copy. */
function buildDataNode(
  context: IacContext,
  edge: IacNeighbour,
  id: string,
  format: 'CSV' | 'DynamoDB',
): readonly PipelineObject[] {
  const { config } = context;
  if (edge.service === 's3') {
    return [
      {
        id,
        fields: [
          value('type', 'S3DataNode'),
          value('directoryPath', text(getEdgeUri(edge), '#{format(@scheduledStartTime,"YYYY-MM-dd-HH-mm")}')),
          refersTo('dataFormat', format === 'CSV' ? 'CsvFormat' : 'DynamoDbFormat'),
        ],
      },
    ];
  }
  if (edge.service === 'dynamodb') {
    return [
      {
        id,
        fields: [
          value('type', 'DynamoDBDataNode'),
          value('tableName', edge.ref('name')),
          value('readThroughputPercent', String(config.number('readThroughputPercent'))),
          refersTo('dataFormat', 'DynamoDbFormat'),
        ],
      },
    ];
  }
  const database = `${id}Database`;
  return [
    buildDatabase(context, edge, database),
    {
      id,
      fields:
        edge.service === 'redshift'
          ? [
              value('type', 'RedshiftDataNode'),
              value('tableName', config.text('tableName')),
              refersTo('database', database),
            ]
          : [
              value('type', 'SqlDataNode'),
              value('table', config.text('tableName')),
              value('selectQuery', config.text('selectQuery')),
              refersTo('database', database),
            ],
    },
  ];
}

function buildMachine(context: IacContext, kind: 'EC2' | 'EMR'): PipelineObject {
  const { config } = context;
  const common = [
    value('terminateAfter', `${config.number('terminateAfterMinutes')} minutes`),
    value('actionOnTaskFailure', 'terminate'),
  ];
  if (kind === 'EC2') {
    return {
      id: 'Ec2Instance',
      fields: [value('type', 'Ec2Resource'), value('instanceType', config.text('instanceType')), ...common],
    };
  }
  return {
    id: 'EmrClusterForRun',
    fields: [
      value('type', 'EmrCluster'),
      value('releaseLabel', config.text('releaseLabel')),
      value('masterInstanceType', config.text('instanceType')),
      value('coreInstanceType', config.text('instanceType')),
      value('coreInstanceCount', String(config.number('coreInstanceCount'))),
      ...common,
    ],
  };
}

/** Every object of the pipeline: defaults, schedule, alarm, machines, data nodes and one copy per pair of stores. */
export function buildObjects(context: IacContext): readonly PipelineObject[] {
  const { config } = context;
  const sources = context.incoming.filter(isStore);
  const targets = context.outgoing.filter(isStore);
  const topic = context.outgoing.find((edge) => edge.service === 'sns');
  const logs = [...targets, ...sources].find((edge) => edge.service === 's3');
  const nodes: PipelineObject[] = [];
  const machines = new Set<'EC2' | 'EMR'>();
  const formats = new Set<'CSV' | 'DynamoDB'>();
  sources.forEach((source, from) => {
    targets.forEach((target, to) => {
      const number = `${from + 1}To${to + 1}`;
      const tables = source.service === 'dynamodb' || target.service === 'dynamodb';
      const machine = tables || config.text('resourceType') === 'EMR' ? 'EMR' : 'EC2';
      const onOwnMachine = config.text('resourceType') === 'WORKER_GROUP' && !tables;
      const format = tables ? 'DynamoDB' : 'CSV';
      if (!onOwnMachine) machines.add(machine);
      formats.add(format);
      const warehouse = target.service === 'redshift';
      nodes.push(
        ...buildDataNode(context, source, `Input${number}`, format),
        ...buildDataNode(context, target, `Output${number}`, format),
        {
          id: `Copy${number}`,
          fields: [
            value('type', tables ? 'HiveCopyActivity' : warehouse ? 'RedshiftCopyActivity' : 'CopyActivity'),
            refersTo('input', `Input${number}`),
            refersTo('output', `Output${number}`),
            ...(warehouse ? [value('insertMode', 'TRUNCATE')] : []),
            onOwnMachine
              ? value('workerGroup', config.text('workerGroup'))
              : refersTo('runsOn', machine === 'EMR' ? 'EmrClusterForRun' : 'Ec2Instance'),
            value('maximumRetries', String(config.number('maximumRetries'))),
            value('retryDelay', `${config.number('retryDelayMinutes')} minutes`),
            ...(topic ? [refersTo('onFail', 'FailureAlarm')] : []),
          ],
        },
      );
    });
  });
  return [
    {
      id: 'Default',
      fields: [
        value('scheduleType', 'cron'),
        refersTo('schedule', 'RunSchedule'),
        value('failureAndRerunMode', 'CASCADE'),
        value('role', context.own('role', 'name')),
        value('resourceRole', context.own('profile', 'name')),
        ...(logs ? [value('pipelineLogUri', text('s3://', logs.ref('name'), '/data-pipeline-logs/'))] : []),
      ],
    },
    {
      id: 'RunSchedule',
      fields: [
        value('type', 'Schedule'),
        value('period', `${config.number('schedulePeriodMinutes')} minutes`),
        value('startAt', 'FIRST_ACTIVATION_DATE_TIME'),
      ],
    },
    ...(topic
      ? [
          {
            id: 'FailureAlarm',
            fields: [
              value('type', 'SnsAlarm'),
              value('topicArn', topic.ref('arn')),
              value('subject', 'Pipeline activity failed'),
              value('message', 'Activity #{node.name} failed for #{node.@scheduledStartTime}.'),
              value('role', context.own('role', 'name')),
            ],
          },
        ]
      : []),
    ...(formats.has('CSV') ? [{ id: 'CsvFormat', fields: [value('type', 'CSV')] }] : []),
    ...(formats.has('DynamoDB')
      ? [{ id: 'DynamoDbFormat', fields: [value('type', 'DynamoDBExportDataFormat')] }]
      : []),
    ...[...machines].map((machine) => buildMachine(context, machine)),
    ...nodes,
  ];
}
