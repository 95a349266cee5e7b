import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const tasksRetryAndCatch = defineNodeRule({
  id: 'tasks-retry-and-catch',
  codes: ['G-077'],
  severity: 'warning',
  category: 'Processing',
  title: 'Tasks of a state machine retry and catch failures',
  description:
    'Without Retry a single throttled call ends the whole execution; without Catch nobody is told and nothing is ' +
    'cleaned up.',
  sources: ['N-210', 'SFN-OPT'],
  services: ['step-functions'],
  reach: 'own',
  check: (node) => {
    // A definition of the designer's own says for itself what happens on failures.
    if (node.config.text('definitionSource') !== 'EDGES') return [];
    const problems = [];
    if (node.config.number('retryAttempts') === 0)
      problems.push({
        message: `Tasks of ${node.name} are not retried: the first throttled call ends the execution. Retry, for example 3 times.`,
        property: 'retryAttempts',
        repairs: [setNodeProperty(node, 'retryAttempts', 3, 'Retry 3 times')],
      });
    if (!node.config.flag('catchFailures'))
      problems.push({
        message: `Failures in ${node.name} are not caught. Catch them.`,
        property: 'catchFailures',
        repairs: [setNodeProperty(node, 'catchFailures', true, 'Catch failures')],
      });
    return problems;
  },
});
