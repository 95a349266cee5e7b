import type { LimitAlarm } from '../../graph/design.ts';
import { getLimitMetrics, type LimitMetric } from '../../services/limit-metrics.ts';
import { variable } from '../ir/expression.ts';
import { splitWords } from '../ir/identifiers.ts';
import type { IacContribution, VariableSpec } from '../ir/mapping.ts';
import { buildMetricAlarm } from '../ir/metric-alarm.ts';
import type { LoweringNode } from './build-contexts.ts';

/** Where alarms go: companies have such a topic, and one of the export would have no readers. */
const topicVariable: VariableSpec = {
  name: 'alarmTopicArn',
  type: 'string',
  description: 'ARN of the SNS topic that alarms are sent to.',
  validation: { pattern: '^arn:aws[a-z-]*:sns:', message: 'The ARN of a topic starts with arn:aws:sns:.' },
};

/** As for alarms that are drawn: one of three periods of a minute; no value means that nothing was refused. */
const periodSeconds = 60;
const periods = 3;

/** The contributions with the alarms that the nodes have. */
export function addAlarms(
  nodes: readonly LoweringNode[],
  contributions: ReadonlyMap<string, IacContribution>,
): { contributions: Map<string, IacContribution>; warnings: readonly string[] } {
  const warnings: string[] = [];
  const added = new Map(contributions);
  for (const entry of nodes) {
    const { node, service, context } = entry;
    const contribution = contributions.get(node.id);
    if (!contribution || !node.alarms) continue;
    const isDeployed = contribution.cloudFormation.some(({ key }) => key === service.iac.primary);
    const known = node.alarms.flatMap((alarm) => {
      const metric = getLimitMetrics(node.service).find(({ name }) => name === alarm.metric);
      if (metric && isDeployed) return [buildAlarm(entry, alarm, metric)];
      warnings.push(`${context.name} has no metric ${alarm.metric}, so there is no alarm on it.`);
      return [];
    });
    if (known.length === 0) continue;
    added.set(node.id, {
      ...contribution,
      cloudFormation: [...contribution.cloudFormation, ...known.map((alarm) => alarm.cloudFormation)],
      terraform: [...contribution.terraform, ...known.map((alarm) => alarm.terraform)],
      variables: [...(contribution.variables ?? []), topicVariable],
    });
  }
  return { contributions: added, warnings };
}

function buildAlarm(
  { service, context }: LoweringNode,
  alarm: LimitAlarm,
  metric: LimitMetric,
): ReturnType<typeof buildMetricAlarm> {
  const words = splitWords(metric.name).join('-');
  const percent = Math.round(alarm.peakUtilization * 100);
  const actions = [variable(topicVariable.name)];
  return buildMetricAlarm(`${words}-alarm`, {
    name: `${context.physicalName(150)}-${words}`,
    description: `${metric.meaning}. The run of scenario “${alarm.scenario}” with seed ${alarm.seed} used ${percent} % of: ${alarm.limit}.`,
    namespace: metric.namespace,
    metric: metric.name,
    dimensions: [{ name: metric.dimension, value: context.own(service.iac.primary, metric.attribute) }],
    statistic: 'Sum',
    periodSeconds,
    periods,
    points: 1,
    threshold: 0,
    comparison: 'GreaterThanThreshold',
    missingData: 'notBreaching',
    actions,
    okActions: actions,
  });
}
