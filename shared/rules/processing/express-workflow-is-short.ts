import { defineNodeRule, type Problem } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { formatNumber, listNames } from '../wording.ts';

const longestSeconds = 300;

/** Tasks a state machine waits for with `.sync`, which Express workflows cannot do. */
const jobs = new Set([
  'glue-etl',
  'glue-crawler',
  'batch',
  'ecs-fargate',
  'emr',
  'sm-training',
  'sm-transform',
  'sm-processing',
  'athena',
  'databrew',
]);

export const expressWorkflowIsShort = defineNodeRule({
  id: 'express-workflow-is-short',
  codes: ['G-076'],
  severity: 'error',
  category: 'Processing',
  title: 'Express workflows end within 5 minutes and wait for no job',
  description:
    'An Express execution is ended after 5 minutes, and Express workflows support neither `.sync` nor task tokens, so ' +
    'they cannot wait for a Glue job, a container or a training job. Standard workflows run for up to a year.',
  sources: ['SFN-OPT', 'SFN-LIM', 'SFN-TYPE', 'N-211'],
  services: ['step-functions'],
  reach: 'neighbours',
  check: (node) => {
    if (node.config.text('stateMachineType') !== 'EXPRESS') return [];
    const toStandard = setNodeProperty(node, 'stateMachineType', 'STANDARD', 'Use a Standard workflow');
    const problems: Problem[] = [];
    const seconds = node.config.number('executionSeconds');
    if (seconds > longestSeconds)
      problems.push({
        message: `An execution of ${node.name} takes ${formatNumber(seconds)} s; Express workflows are ended after ${longestSeconds} s. Use a Standard workflow or split it.`,
        property: 'stateMachineType',
        part: 'duration',
        repairs: [toStandard],
      });
    const waitsFor = node.outgoing.filter((edge) => jobs.has(edge.target.service)).map((edge) => edge.target);
    if (waitsFor.length > 0)
      problems.push({
        message: `${node.name} waits for ${listNames(waitsFor)} to end, which Express workflows cannot. Use a Standard workflow.`,
        property: 'stateMachineType',
        part: 'sync',
        repairs: [toStandard],
      });
    return problems;
  },
});
