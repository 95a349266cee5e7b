import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { listNames } from '../wording.ts';

export const subscribedLogsAreStandard = defineNodeRule({
  id: 'subscribed-logs-are-standard',
  codes: ['G-121'],
  severity: 'error',
  category: 'Observability',
  title: 'Log groups with subscriptions or exports are of the Standard class',
  description:
    'The Infrequent Access class has neither subscription filters nor exports to S3. AWS refuses both on such a group, ' +
    'and the class of a group cannot be changed later.',
  sources: ['CWL-SUB', 'CWL-EXP'],
  services: ['cw-logs'],
  reach: 'neighbours',
  check: (node) => {
    const readers = node.outgoing.filter((edge) => carriesRecords(edge)).map((edge) => edge.target);
    if (node.config.text('logGroupClass') === 'STANDARD' || readers.length === 0) return [];
    return [
      {
        message: `${node.name} is of the Infrequent Access class, which cannot feed ${listNames(readers)}. Use the Standard class.`,
        property: 'logGroupClass',
        repairs: [setNodeProperty(node, 'logGroupClass', 'STANDARD', 'Use the Standard class')],
      },
    ];
  },
});
