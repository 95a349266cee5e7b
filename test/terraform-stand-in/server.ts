import { join } from 'node:path';
import { type sendUnaryData, type ServerUnaryCall, Server, ServerCredentials } from '@grpc/grpc-js';
import { loadSync, type ServiceDefinition } from '@grpc/proto-loader';
import { StandInProvider, type StandInDefinition } from './provider.ts';
import { decodeValue, encodeValue, type Value } from './values.ts';
import { buildWireSchema, buildWireSchemas } from './wire-schema.ts';

/** A provider that Terraform reaches over a local port, by plugin protocol 5. */
export interface RunningProvider {
  address: string;
  port: number;
  provider: StandInProvider;
  stop: () => void;
}

interface Dynamic {
  msgpack: Uint8Array;
}

/** The requests' fields that anything is done with; each call fills its own. */
interface Request {
  type_name: string;
  config: Dynamic | null;
  current_state: Dynamic | null;
  prior_state: Dynamic | null;
  proposed_new_state: Dynamic | null;
  planned_state: Dynamic | null;
  raw_state: { json: Uint8Array } | null;
}

type Answer = (request: Request) => object;

const decodeDynamic = (dynamic: Dynamic | null): Value =>
  dynamic === null ? null : decodeValue(dynamic.msgpack);
const encodeDynamic = (value: Value): Dynamic => ({ msgpack: encodeValue(value) });
const buildDiagnostics = (problems: readonly string[]): object[] =>
  problems.map((summary) => ({ severity: 'ERROR', summary }));

function buildAnswers(provider: StandInProvider): Readonly<Record<string, Answer>> {
  const { definition } = provider;
  const schema = {
    provider: buildWireSchema(definition.configuration),
    resource_schemas: buildWireSchemas(definition.resources),
    data_source_schemas: buildWireSchemas(definition.data),
  };
  const validate =
    (kind: 'resources' | 'data'): Answer =>
    ({ type_name, config }) => ({
      diagnostics: buildDiagnostics(provider.validate(kind, type_name, decodeDynamic(config))),
    });
  return {
    GetSchema: () => schema,
    PrepareProviderConfig: ({ config }) => ({ prepared_config: config }),
    ValidateResourceTypeConfig: validate('resources'),
    ValidateDataSourceConfig: validate('data'),
    Configure: () => ({}),
    UpgradeResourceState: ({ raw_state }) => ({
      upgraded_state: encodeDynamic(JSON.parse(Buffer.from(raw_state?.json ?? []).toString()) as Value),
    }),
    ReadResource: ({ current_state }) => ({ new_state: current_state }),
    PlanResourceChange: ({ type_name, prior_state, proposed_new_state, config }) => ({
      planned_state: encodeDynamic(
        provider.plan(type_name, decodeDynamic(prior_state), decodeDynamic(proposed_new_state)),
      ),
      // While applying, this call is the first that knows all values.
      diagnostics: buildDiagnostics(provider.validate('resources', type_name, decodeDynamic(config))),
      legacy_type_system: true,
    }),
    ApplyResourceChange: ({ type_name, prior_state, planned_state }) => ({
      new_state: encodeDynamic(
        provider.apply(type_name, decodeDynamic(prior_state), decodeDynamic(planned_state)),
      ),
      legacy_type_system: true,
    }),
    ReadDataSource: ({ type_name, config }) => ({
      state: encodeDynamic(provider.readData(type_name, decodeDynamic(config))),
    }),
    Stop: () => ({}),
  };
}

function loadService(): ServiceDefinition {
  const loaded = loadSync(join('test', 'terraform-stand-in', 'plugin.proto'), {
    keepCase: true,
    longs: Number,
    enums: String,
    defaults: true,
  });
  return loaded['tfplugin5.Provider'] as ServiceDefinition;
}

const service = loadService();

/** Starts a provider on a free port of this machine. */
export async function startProvider(definition: StandInDefinition): Promise<RunningProvider> {
  const provider = new StandInProvider(definition);
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  const answers = Object.entries(buildAnswers(provider)).map(([name, answer]) => [
    name,
    (call: ServerUnaryCall<Request, object>, callback: sendUnaryData<object>): void => {
      try {
        callback(null, answer(call.request));
      } catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)));
      }
    },
  ]);
  server.addService(service, Object.fromEntries(answers));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return { address: definition.address, port, provider, stop: () => server.forceShutdown() };
}
