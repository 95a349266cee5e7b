import type { Expression } from '../../iac/ir/expression.ts';
import type { IacContext, IacEdgeEnd } from '../../iac/ir/mapping.ts';
import { getDatabaseAddress } from '../database-address.ts';
import type { GlueConnection } from '../glue-connection.ts';
import { getEdgeUri } from '../object-path.ts';

/** Python that reads or writes one end of the job, and the job arguments it needs. */
export interface ScriptPart {
  lines: readonly string[];
  arguments: Readonly<Record<string, Expression>>;
}

const jdbcTypes = {
  postgres: 'postgresql',
  mysql: 'mysql',
  oracle: 'oracle',
  sqlserver: 'sqlserver',
} as const;

function getConnectionType(neighbour: IacEdgeEnd): string {
  const { family } = getDatabaseAddress(neighbour);
  return family in jdbcTypes ? jdbcTypes[family as keyof typeof jdbcTypes] : family;
}

function buildConnectionOptions(side: 'source' | 'target', type: string): string[] {
  return [
    `    connection_type="${type}",`,
    '    connection_options={',
    '        "useConnectionProperties": "true",',
    `        "connectionName": args["${side}_connection"],`,
    '        "dbtable": args["table"],',
    ...(type === 'redshift' ? ['        "redshiftTmpDir": args["TempDir"],'] : []),
    '    },',
  ];
}

function call(name: string, lines: readonly string[], side: 'source' | 'target'): string[] {
  return [`${name}(`, ...lines, `    transformation_ctx="${side}",`, ')'];
}

/** How the starter script reads: from the catalog, a bucket, a table or a JDBC connection. */
export function buildSource(context: IacContext, connections: readonly GlueConnection[]): ScriptPart {
  const read = 'frame = context.create_dynamic_frame.from_options';
  const catalog = context.incoming.find((edge) => edge.service === 'glue-catalog');
  if (catalog) {
    return {
      lines: call(
        'frame = context.create_dynamic_frame.from_catalog',
        ['    database=args["source_database"],', '    table_name=args["table"],'],
        'source',
      ),
      arguments: { '--source_database': catalog.ref('name'), '--table': context.config.text('tableName') },
    };
  }
  const bucket = context.incoming.find((edge) => edge.service === 's3');
  if (bucket) {
    return {
      lines: call(
        read,
        [
          '    connection_type="s3",',
          '    connection_options={"paths": [args["source_path"]], "recurse": True},',
          `    format="${context.config.text('inputFormat')}",`,
        ],
        'source',
      ),
      arguments: { '--source_path': getEdgeUri(bucket) },
    };
  }
  const table = context.incoming.find((edge) => edge.service === 'dynamodb');
  if (table) {
    return {
      lines: call(
        read,
        [
          '    connection_type="dynamodb",',
          '    connection_options={',
          '        "dynamodb.input.tableName": args["source_table"],',
          '        "dynamodb.throughput.read.percent": "0.5",',
          '    },',
        ],
        'source',
      ),
      arguments: { '--source_table': table.ref('name') },
    };
  }
  const incoming = new Set(context.incoming.map((edge) => edge.node));
  const database = connections.find(({ neighbour }) => incoming.has(neighbour.node));
  if (database) {
    return {
      lines: call(read, buildConnectionOptions('source', getConnectionType(database.neighbour)), 'source'),
      arguments: { '--source_connection': database.name, '--table': context.config.text('tableName') },
    };
  }
  return {
    lines: [
      '# No source is connected: this frame is empty until you read one.',
      'frame = DynamicFrame.fromDF(context.spark_session.range(0), context, "source")',
    ],
    arguments: {},
  };
}

/** How the starter script writes; several targets get the same frame. */
export function buildTargets(
  context: IacContext,
  connections: readonly GlueConnection[],
): readonly ScriptPart[] {
  const write = 'context.write_dynamic_frame.from_options';
  const catalog = context.outgoing.find((edge) => edge.service === 'glue-catalog');
  const format = context.config.text('outputFormat');
  const parts = context.outgoing.map((edge): ScriptPart | undefined => {
    if (edge.service === 's3' && catalog) {
      return {
        lines: [
          'sink = context.getSink(',
          '    connection_type="s3",',
          '    path=args["target_path"],',
          '    enableUpdateCatalog=True,',
          '    updateBehavior="UPDATE_IN_DATABASE",',
          ')',
          `sink.setFormat("${format}")`,
          'sink.setCatalogInfo(catalogDatabase=args["target_database"], catalogTableName=args["table"])',
          'sink.writeFrame(frame)',
        ],
        arguments: {
          '--target_path': getEdgeUri(edge),
          '--target_database': catalog.ref('name'),
          '--table': context.config.text('tableName'),
        },
      };
    }
    if (edge.service === 's3') {
      return {
        lines: call(
          write,
          [
            '    frame=frame,',
            '    connection_type="s3",',
            '    connection_options={"path": args["target_path"]},',
            `    format="${format}",`,
          ],
          'target',
        ),
        arguments: { '--target_path': getEdgeUri(edge) },
      };
    }
    if (edge.service === 'dynamodb') {
      return {
        lines: call(
          write,
          [
            '    frame=frame,',
            '    connection_type="dynamodb",',
            '    connection_options={"dynamodb.output.tableName": args["target_table"]},',
          ],
          'target',
        ),
        arguments: { '--target_table': edge.ref('name') },
      };
    }
    if (edge.service === 'kds') {
      return {
        lines: call(
          write,
          [
            '    frame=frame,',
            '    connection_type="kinesis",',
            '    connection_options={"streamARN": args["target_stream"], "classification": "json"},',
          ],
          'target',
        ),
        arguments: { '--target_stream': edge.ref('arn') },
      };
    }
    const database = connections.find(({ neighbour }) => neighbour.node === edge.node);
    return (
      database && {
        lines: call(
          write,
          ['    frame=frame,', ...buildConnectionOptions('target', getConnectionType(edge))],
          'target',
        ),
        arguments: { '--target_connection': database.name, '--table': context.config.text('tableName') },
      }
    );
  });
  return parts.filter((part): part is ScriptPart => part !== undefined);
}

/** The whole starter script of a Spark job. */
export function buildSparkScript(parts: readonly ScriptPart[], needsTempDir: boolean): string {
  const names = [...new Set(parts.flatMap((part) => Object.keys(part.arguments)))].map((name) =>
    name.slice(2),
  );
  const options = ['JOB_NAME', ...(needsTempDir ? ['TempDir'] : []), ...names].map((name) => `"${name}"`);
  const [source, ...targets] = parts;
  const emptySource = source?.lines.some((line) => line.includes('DynamicFrame.fromDF')) ?? false;
  return [
    'import sys',
    '',
    'from awsglue.context import GlueContext',
    ...(emptySource ? ['from awsglue.dynamicframe import DynamicFrame'] : []),
    'from awsglue.job import Job',
    'from awsglue.utils import getResolvedOptions',
    'from pyspark.context import SparkContext',
    '',
    `args = getResolvedOptions(sys.argv, [${options.join(', ')}])`,
    'context = GlueContext(SparkContext())',
    'job = Job(context)',
    'job.init(args["JOB_NAME"], args)',
    '',
    ...(source?.lines ?? []),
    '',
    '# Starter: rows pass unchanged. Filter, map and join `frame` here.',
    '',
    ...targets.flatMap((target) => [...target.lines, '']),
    'job.commit()',
    '',
  ].join('\n');
}

/** The starter script of a Python shell job: copies each object of the source to the target. */
export function buildShellScript(hasSource: boolean, hasTarget: boolean): string {
  if (!hasSource || !hasTarget) {
    return ['import sys', '', 'print("Starter job; arguments:", sys.argv[1:])', ''].join('\n');
  }
  return [
    'import sys',
    'from urllib.parse import urlparse',
    '',
    'import boto3',
    'from awsglue.utils import getResolvedOptions',
    '',
    'args = getResolvedOptions(sys.argv, ["source_path", "target_path"])',
    'source = urlparse(args["source_path"])',
    'target = urlparse(args["target_path"])',
    'source_prefix = source.path.lstrip("/")',
    'target_prefix = target.path.lstrip("/")',
    '',
    's3 = boto3.client("s3")',
    'pages = s3.get_paginator("list_objects_v2").paginate(Bucket=source.netloc, Prefix=source_prefix)',
    'for page in pages:',
    '    for item in page.get("Contents", []):',
    '        body = s3.get_object(Bucket=source.netloc, Key=item["Key"])["Body"].read()',
    '        # Starter: objects pass unchanged. Change `body` here.',
    '        key = target_prefix + item["Key"][len(source_prefix):]',
    '        s3.put_object(Bucket=target.netloc, Key=key, Body=body)',
    '',
  ].join('\n');
}
