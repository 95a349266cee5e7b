import { isTagged, tag, type Body, type Expression, type Ref } from '../ir/expression.ts';
import type { Blocker, CloudFormationGraphItem, CloudFormationItem, IacGraph } from '../ir/graph.ts';
import type { PolicyStatement } from '../ir/mapping.ts';

/**
 * Combinations that AWS refuses and that neither tool's schema knows: each property is right by itself.
 * A design that leads to one of them is not exported.
 */
export function checkCombinations({ cloudFormation }: Pick<IacGraph, 'cloudFormation'>): Blocker[] {
  const types = new Map(cloudFormation.map((item) => [item.id, getType(item)]));
  return cloudFormation.flatMap((item): Blocker[] => {
    const problems =
      item.kind === 'role'
        ? checkTrusts(item.trusts)
        : item.kind === 'role-policy'
          ? item.statements.flatMap(checkStatement)
          : [...(checks[item.type]?.(item.properties, types) ?? []), ...checkPlaces(item.properties, types)];
    return problems.map((problem) => ({ node: item.section, message: `${item.id}: ${problem}.` }));
  });
}

const getType = (item: CloudFormationGraphItem): string =>
  item.kind === 'role' ? roleType : getResourceType(item);

const roleType = 'AWS::IAM::Role';

/** Instances take a role in a profile, under names that say role all the same. */
const roleTypes: ReadonlySet<string> = new Set([roleType, 'AWS::IAM::InstanceProfile']);

const getResourceType = (item: CloudFormationGraphItem): string =>
  'type' in item ? item.type : 'AWS::IAM::Policy';

type Types = ReadonlyMap<string, string>;
type Check = (properties: CloudFormationItem['properties'], types: Types) => string[];

const isRef = (value: Expression | undefined): value is Ref => isTagged(value) && value[tag] === 'ref';

const getTypeOf = (value: Expression | undefined, types: Types): string =>
  isRef(value) ? (types.get(value.resource) ?? '') : '';

const isBody = (value: Expression | undefined): value is Body =>
  typeof value === 'object' && value !== null && !isTagged(value) && !Array.isArray(value);

/** Sizes that Fargate has: CPU units and the memory in MiB that goes with each. */
const fargateMemory: Readonly<Record<string, readonly [from: number, to: number]>> = {
  256: [512, 2048],
  512: [1024, 4096],
  1024: [2048, 8192],
  2048: [4096, 16_384],
  4096: [8192, 30_720],
  8192: [16_384, 61_440],
  16384: [32_768, 122_880],
};

const checks: Readonly<Record<string, Check>> = {
  'AWS::KinesisFirehose::DeliveryStream': (properties) => {
    const destinations = Object.entries(properties).filter(
      ([name, value]) => name.endsWith('DestinationConfiguration') && value !== undefined,
    );
    return [
      ...(destinations.length === 1
        ? []
        : [`a delivery stream has one destination, not ${destinations.length}`]),
      ...(properties['DeliveryStreamType'] === 'DirectPut' && properties['KinesisStreamSourceConfiguration']
        ? ['a delivery stream that reads a data stream takes no records by DirectPut']
        : []),
    ];
  },
  'AWS::Glue::Job': ({ MaxCapacity, WorkerType, NumberOfWorkers }) =>
    MaxCapacity !== undefined && (WorkerType !== undefined || NumberOfWorkers !== undefined)
      ? ['a job has a capacity or workers, not both']
      : [],
  'AWS::Lambda::EventSourceMapping': ({ EventSourceArn, StartingPosition }, types) =>
    /Kinesis|DynamoDB|MSK/.test(getTypeOf(EventSourceArn, types)) && StartingPosition === undefined
      ? ['a mapping that reads a stream needs a starting position']
      : [],
  'AWS::Kinesis::Stream': ({ RetentionPeriodHours: hours }) =>
    typeof hours === 'number' && (hours < 24 || hours > 8760)
      ? ['a stream retains records for 24 to 8760 hours']
      : [],
  'AWS::Redshift::Cluster': ({ ClusterType, NumberOfNodes }) =>
    ClusterType === 'multi-node' && !(typeof NumberOfNodes === 'number' && NumberOfNodes >= 2)
      ? ['a multi-node cluster needs a number of nodes of at least 2']
      : [],
  'AWS::ECS::TaskDefinition': ({ Cpu, Memory }) => {
    if (typeof Cpu !== 'string' || typeof Memory !== 'string') return [];
    const range = fargateMemory[Cpu];
    return range && Number(Memory) >= range[0] && Number(Memory) <= range[1]
      ? []
      : [`Fargate has no size of ${Cpu} CPU units with ${Memory} MiB`];
  },
  'AWS::Bedrock::Guardrail': (properties) =>
    Object.entries(properties).some(([name, value]) => name.endsWith('PolicyConfig') && value !== undefined)
      ? []
      : ['a guardrail needs a policy'],
  'AWS::S3::Bucket': ({ BucketEncryption }) =>
    BucketEncryption === undefined ? ['a bucket without a rule of encryption is not exported'] : [],
  'AWS::StepFunctions::StateMachine': ({ DefinitionString }) =>
    isTagged(DefinitionString) && DefinitionString[tag] === 'json' ? checkFlow(DefinitionString.value) : [],
};

/** States that lead to a state which is not there, here and in the flows inside. */
function checkFlow(flow: Expression): string[] {
  if (!isBody(flow) || !isBody(flow['States'])) return [];
  const states = flow['States'];
  const missing = (name: Expression | undefined): string[] =>
    typeof name === 'string' && !Object.hasOwn(states, name) ? [`there is no state "${name}"`] : [];
  return [
    ...missing(flow['StartAt']),
    ...Object.values(states).flatMap((state) => {
      if (!isBody(state)) return [];
      const inner = [state['ItemProcessor'], ...(Array.isArray(state['Branches']) ? state['Branches'] : [])];
      const handlers = Array.isArray(state['Catch']) ? state['Catch'] : [];
      return [
        ...missing(state['Next']),
        ...missing(state['Default']),
        ...handlers.flatMap((handler: Expression) => (isBody(handler) ? missing(handler['Next']) : [])),
        ...inner.flatMap((part: Expression | undefined) => (part === undefined ? [] : checkFlow(part))),
      ];
    }),
  ];
}

/** Roles, subnets and security groups in the places of one another, and schedules that never start. */
function checkPlaces(properties: Body, types: Types): string[] {
  return Object.entries(properties).flatMap(([name, value]): string[] => {
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [value];
    const own = values.flatMap((item: Expression) => checkPlace(name, item, types));
    const inner = values.flatMap((item: Expression) => (isBody(item) ? checkPlaces(item, types) : []));
    return [...own, ...inner];
  });
}

function checkPlace(name: string, value: Expression, types: Types): string[] {
  const type = getTypeOf(value, types);
  const not = (what: string): string[] => [`${name} is ${type}, which is no ${what}`];
  if (type !== '' && /(^|[a-z])Role(Arn|ARN)?$/.test(name) && !roleTypes.has(type)) return not('role');
  if (type !== '' && /Subnet(Id|s$|Ids$)/.test(name) && type !== 'AWS::EC2::Subnet') return not('subnet');
  if (type !== '' && /SecurityGroup(Ids|s)$/.test(name) && type !== 'AWS::EC2::SecurityGroup') {
    return not('security group');
  }
  if (/^Schedule(Expression)?$/.test(name) && typeof value === 'string') return checkSchedule(value);
  return [];
}

/** `cron(six fields)`, `rate(number unit)`, `at(time)`; with a day of the month or of the week, not both. */
function checkSchedule(expression: string): string[] {
  const cron = /^cron\((.*)\)$/.exec(expression);
  if (cron) {
    const fields = (cron[1] ?? '').trim().split(/\s+/);
    const oneDay = fields[2] === '?' || fields[4] === '?';
    return fields.length === 6 && oneDay
      ? []
      : [`"${expression}" is no schedule: six fields, one of the days "?"`];
  }
  if (/^rate\((1 (minute|hour|day)|(?!1 )[1-9]\d* (minutes|hours|days))\)$/.test(expression)) return [];
  return /^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/.test(expression) || expression === ''
    ? []
    : [`"${expression}" is no schedule`];
}

const checkTrusts = (trusts: readonly string[]): string[] =>
  trusts.length > 0 && trusts.every((trust) => /^[a-z][\w.-]*\.amazonaws\.com$/.test(trust))
    ? []
    : ['a role trusts the services that take it, by their names'];

/** What an allowed action may not be, and when every resource may be named. */
function checkStatement({ effect, actions, resources, reason }: PolicyStatement): string[] {
  if (effect === 'Deny') return [];
  return [
    ...actions
      .filter((action) => action.includes('*'))
      .map((action) => `${action} allows more than was asked for`),
    ...(resources.includes('*') && reason === undefined
      ? [`${actions.join(', ')} on every resource need a reason`]
      : []),
  ];
}
