import { block, blocks, json } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { buildGlueConnections } from '../glue-connection.ts';
import { buildGlueLogStatement } from '../glue-logging.ts';
import { getEdgeUri } from '../object-path.ts';

/** The stores to crawl, from the incoming edges; JDBC and MongoDB go through a Glue connection. */
function getTargets(
  context: IacContext,
  connections: ReturnType<typeof buildGlueConnections>['connections'],
) {
  const { config } = context;
  const exclusions = config.list('exclusions');
  const databases = connections.map(({ neighbour, name }) => ({ service: neighbour.service, name }));
  return {
    buckets: context.incoming
      .filter((edge) => edge.service === 's3')
      .map((edge) => ({ path: getEdgeUri(edge), exclusions, sampleSize: config.number('sampleSize') })),
    tables: context.incoming.filter((edge) => edge.service === 'dynamodb').map((edge) => edge.ref('name')),
    jdbc: databases.filter(({ service }) => service !== 'mongodb'),
    mongo: databases.filter(({ service }) => service === 'mongodb'),
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(255);
  const links = buildGlueConnections(context);
  const targets = getTargets(context, links.connections);
  const path = config.text('databasePath');
  const scanRate = config.number('dynamoDbScanRate');
  const catalog = context.outgoing.find((edge) => edge.service === 'glue-catalog');
  const database = catalog ? catalog.ref('name') : config.text('databaseName');
  const schedule = config.text('schedule') || undefined;
  const prefix = config.text('tablePrefix') || undefined;
  const recrawl = config.text('recrawlBehavior');
  // Glue accepts "new folders only" with logging alone.
  const logOnly = recrawl === 'CRAWL_NEW_FOLDERS_ONLY';
  const update = logOnly ? 'LOG' : config.text('updateBehavior');
  const remove = logOnly ? 'LOG' : config.text('deleteBehavior');
  const configuration = json({
    Version: 1.0,
    ...(config.flag('combineSchemas') && {
      Grouping: { TableGroupingPolicy: 'CombineCompatibleSchemas' },
    }),
    CrawlerOutput: { Partitions: { AddOrUpdateBehavior: 'InheritFromTable' } },
  });
  const some = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
    items.length > 0 ? items : undefined;
  return {
    cloudFormation: [
      ...links.cloudFormation,
      {
        key: 'crawler',
        type: 'AWS::Glue::Crawler',
        properties: {
          Name: name,
          Role: context.own('role', 'arn'),
          DatabaseName: database,
          TablePrefix: prefix,
          Schedule: schedule === undefined ? undefined : { ScheduleExpression: schedule },
          RecrawlPolicy: { RecrawlBehavior: recrawl },
          SchemaChangePolicy: { UpdateBehavior: update, DeleteBehavior: remove },
          Configuration: configuration,
          Targets: {
            S3Targets: some(
              targets.buckets.map((bucket) => ({
                Path: bucket.path,
                Exclusions: some(bucket.exclusions),
                SampleSize: bucket.sampleSize,
              })),
            ),
            DynamoDBTargets: some(targets.tables.map((table) => ({ Path: table, ScanRate: scanRate }))),
            JdbcTargets: some(
              targets.jdbc.map((target) => ({
                ConnectionName: target.name,
                Path: path,
                Exclusions: some(config.list('exclusions')),
              })),
            ),
            MongoDBTargets: some(
              targets.mongo.map((target) => ({ ConnectionName: target.name, Path: path })),
            ),
          },
        },
      },
    ],
    terraform: [
      ...links.terraform,
      {
        key: 'crawler',
        type: 'aws_glue_crawler',
        arguments: {
          name,
          role: context.own('role', 'arn'),
          database_name: database,
          table_prefix: prefix,
          schedule,
          configuration,
          recrawl_policy: block({ recrawl_behavior: recrawl }),
          schema_change_policy: block({ update_behavior: update, delete_behavior: remove }),
          s3_target:
            targets.buckets.length > 0
              ? blocks(
                  targets.buckets.map((bucket) => ({
                    path: bucket.path,
                    exclusions: some(bucket.exclusions),
                    sample_size: bucket.sampleSize,
                  })),
                )
              : undefined,
          dynamodb_target:
            targets.tables.length > 0
              ? blocks(targets.tables.map((table) => ({ path: table, scan_rate: scanRate })))
              : undefined,
          jdbc_target:
            targets.jdbc.length > 0
              ? blocks(
                  targets.jdbc.map((target) => ({
                    connection_name: target.name,
                    path,
                    exclusions: some(config.list('exclusions')),
                  })),
                )
              : undefined,
          mongodb_target:
            targets.mongo.length > 0
              ? blocks(targets.mongo.map((target) => ({ connection_name: target.name, path })))
              : undefined,
        },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['glue.amazonaws.com'],
        statements: [buildGlueLogStatement('crawlers'), ...links.statements],
      },
    ],
    variables: links.variables,
  };
}

export const iac: IacMapping = {
  primary: 'crawler',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Glue::Crawler',
      'AWS::Glue::Connection',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::SecurityGroupIngress',
    ],
    terraform: ['aws_glue_crawler', 'aws_glue_connection', 'aws_security_group'],
  },
  build,
};
