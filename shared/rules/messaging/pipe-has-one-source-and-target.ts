import { defineNodeRule, type Problem } from '../define-rule.ts';
import { listNames } from '../wording.ts';

/** Services that may stand beside the target: a function enriches, a log group takes the pipe's own logs. */
const beside = new Set(['lambda', 'cw-logs']);

/** Services a pipe reads; what else comes in configures it or is called on the way. */
const readable = new Set(['kds', 'dynamodb', 'sqs', 'msk']);

export const pipeHasOneSourceAndTarget = defineNodeRule({
  id: 'pipe-has-one-source-and-target',
  severity: 'error',
  category: 'Delivery',
  title: 'An EventBridge pipe has one source and one target',
  description:
    'A pipe connects exactly one source with one target. AWS cannot create it without either, and has no place for a ' +
    'second; use one pipe for each, or a bus or topic as the target.',
  sources: ['EB-PSRC', 'EB-PTGT'],
  services: ['eventbridge-pipe'],
  reach: 'neighbours',
  check: (node) => {
    const sources = node.incoming.map((edge) => edge.source).filter((source) => readable.has(source.service));
    const reached = node.outgoing
      .filter((edge) => edge.kind !== 'metadata' && edge.kind !== 'configuration')
      .map((edge) => edge.target);
    const main = reached.filter((target) => !beside.has(target.service));
    const functions = reached.filter((target) => target.service === 'lambda');
    const targets = main.length > 0 ? main : functions.length > 0 ? functions : reached;
    const problems: Problem[] = [];
    if (sources.length !== 1)
      problems.push({
        message:
          sources.length === 0
            ? `${node.name} has no source. Connect a Kinesis or DynamoDB stream, a queue or a Kafka topic.`
            : `${node.name} has ${sources.length} sources: ${listNames(sources)}; one is allowed. Use a pipe for each.`,
        part: 'source',
      });
    if (targets.length !== 1)
      problems.push({
        message:
          targets.length === 0
            ? `${node.name} has no target. Connect one.`
            : `${node.name} has ${targets.length} targets: ${listNames(targets)}; one is allowed. Send to a topic or bus, or use a pipe for each.`,
        part: 'target',
      });
    return problems;
  },
});
