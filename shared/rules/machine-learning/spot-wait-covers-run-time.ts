import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { formatNumber } from '../wording.ts';

export const spotWaitCoversRunTime = defineNodeRule({
  id: 'spot-wait-covers-run-time',
  severity: 'error',
  category: 'Machine learning',
  title: 'Spot training waits at least as long as it may run',
  description:
    'The longest wait of a managed Spot training job includes the run itself. AWS refuses a wait shorter than the ' +
    'longest run time.',
  sources: ['SDK-sagemaker'],
  services: ['sm-training'],
  reach: 'own',
  check: (node) => {
    if (!node.config.flag('enableManagedSpotTraining')) return [];
    const run = node.config.number('maxRuntimeInSeconds');
    const wait = node.config.number('maxWaitTimeInSeconds');
    if (wait >= run) return [];
    return [
      {
        message: `${node.name} waits ${formatNumber(wait)} s for Spot capacity and may run ${formatNumber(run)} s; the wait includes the run, so at least ${formatNumber(run)} s are required.`,
        property: 'maxWaitTimeInSeconds',
        repairs: [setNodeProperty(node, 'maxWaitTimeInSeconds', run, `Wait ${formatNumber(run)} s`)],
      },
    ];
  },
});
