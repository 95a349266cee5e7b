import type { Expression } from '../../iac/ir/expression.ts';
import type { IacContext } from '../../iac/ir/mapping.ts';
import { getEdgeUri } from '../object-path.ts';

/** The starter script and the job arguments it reads. */
export interface StreamingScript {
  text: string;
  arguments: Readonly<Record<string, Expression>>;
}

/** Reads the stream in windows and writes each batch; the batch function is where own code goes. */
export function buildStreamingScript(context: IacContext): StreamingScript {
  const { config } = context;
  const kafka = context.incoming.some((edge) => edge.service === 'msk');
  const stream = context.incoming.find((edge) => edge.service === 'kds');
  const bucket = context.outgoing.find((edge) => edge.service === 's3');
  const sink = context.outgoing.find((edge) => edge.service === 'kds');
  const table = context.outgoing.find((edge) => edge.service === 'dynamodb');
  const given: Record<string, Expression> = {
    '--window': `${config.number('windowSeconds')} seconds`,
    ...(stream && { '--source_stream': stream.ref('arn') }),
    ...(kafka && { '--topic': config.text('topicName') }),
    ...(bucket && { '--target_path': getEdgeUri(bucket) }),
    ...(sink && { '--target_stream': sink.ref('arn') }),
    ...(table && { '--target_table': table.ref('name') }),
  };
  const names = ['JOB_NAME', 'TempDir', ...Object.keys(given).map((name) => name.slice(2))];
  const write = (type: string, options: string, format?: string): readonly string[] => [
    '    context.write_dynamic_frame.from_options(',
    '        frame=frame,',
    `        connection_type="${type}",`,
    `        connection_options={${options}},`,
    ...(format === undefined ? [] : [`        format="${format}",`]),
    '    )',
  ];
  const source = kafka
    ? [
        '    connection_type="kafka",',
        '    connection_options={',
        '        "connectionName": args["JOB_NAME"] + "-kafka",',
        '        "topicName": args["topic"],',
        '        "classification": "json",',
      ]
    : [
        '    connection_type="kinesis",',
        '    connection_options={',
        '        "streamARN": args.get("source_stream", ""),',
        '        "classification": "json",',
      ];
  const lines = [
    'import sys',
    '',
    'from awsglue.context import GlueContext',
    'from awsglue.dynamicframe import DynamicFrame',
    'from awsglue.job import Job',
    'from awsglue.utils import getResolvedOptions',
    'from pyspark.context import SparkContext',
    '',
    `args = getResolvedOptions(sys.argv, [${names.map((name) => `"${name}"`).join(', ')}])`,
    'context = GlueContext(SparkContext())',
    'job = Job(context)',
    'job.init(args["JOB_NAME"], args)',
    '',
    'stream = context.create_data_frame.from_options(',
    ...source,
    `        "startingPosition": "${config.text('startingPosition')}",`,
    '        "inferSchema": "true",',
    '    },',
    ')',
    '',
    '',
    'def process(batch, batch_id):',
    '    if batch.isEmpty():',
    '        return',
    '    # Starter: rows pass unchanged. Transform `batch` here.',
    '    frame = DynamicFrame.fromDF(batch, context, "frame")',
    ...(bucket ? write('s3', '"path": args["target_path"]', config.text('outputFormat')) : []),
    ...(sink ? write('kinesis', '"streamARN": args["target_stream"], "classification": "json"') : []),
    ...(table ? write('dynamodb', '"dynamodb.output.tableName": args["target_table"]') : []),
    ...(bucket || sink || table ? [] : ['    print(frame.count())']),
    '',
    '',
    'context.forEachBatch(',
    '    frame=stream,',
    '    batch_function=process,',
    '    options={',
    '        "windowSize": args["window"],',
    '        "checkpointLocation": args["TempDir"] + "checkpoints/" + args["JOB_NAME"] + "/",',
    '    },',
    ')',
    'job.commit()',
    '',
  ];
  return { text: lines.join('\n'), arguments: given };
}
