import type { NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';
import { agentServices, getTaskMode, getVerifyMode } from './task-mode.ts';

/** Copy rate in bytes/s and the limit that sets it. */
function getCopyRate(context: SimulationContext): { bytesPerSecond: number; label: string } {
  const { config } = context;
  const agent = [...context.incoming, ...context.outgoing].some((edge) => agentServices.has(edge.service));
  const task = context.limit(agent ? 'task-bits-agent' : 'task-bits') / 8;
  const line = (config.number('networkGbps') * 1e9) / 8;
  const cap = config.number('bandwidthLimitMegabytes') * 1e6;
  const rates: [number, string][] = [
    [task, `task limit of ${(task * 8) / 1e9} Gbps`],
    [line, `line of ${config.number('networkGbps')} Gbps`],
    ...(cap > 0 ? ([[cap, `bandwidth limit of ${cap / 1e6} MB/s`]] as [number, string][]) : []),
  ];
  const [bytesPerSecond, label] = rates.reduce((least, rate) => (rate[0] < least[0] ? rate : least));
  return { bytesPerSecond, label };
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const period = config.number('runEverySeconds');
  const items = config.number('itemsPerSecond');
  const copy = getCopyRate(context);
  const slots = context.limit('executions-per-task');
  const start = {
    periodSeconds: period,
    offsetSeconds: period,
    startupSeconds: config.number('startupSeconds'),
  };
  const follow = { periodSeconds: 0, offsetSeconds: 0, startupSeconds: 0 };
  const enhanced = getTaskMode(context) === 'ENHANCED';
  const stages: Stage[] = enhanced
    ? [
        {
          label: 'list, copy and check',
          job: {
            label: `Enhanced: ${copy.label}, ${items} items/s`,
            ...start,
            bytesPerSecond: copy.bytesPerSecond,
            recordsPerSecond: items,
            slots,
          },
        },
      ]
    : [
        {
          label: 'list',
          job: { label: `Listing of ${items} items/s`, ...start, recordsPerSecond: items, slots },
        },
        {
          label: 'copy',
          job: {
            label: `Copy: ${copy.label}`,
            ...follow,
            bytesPerSecond: copy.bytesPerSecond,
            slots,
          },
        },
        ...(getVerifyMode(context) === 'NONE'
          ? []
          : [
              {
                label: 'check',
                job: { label: `Check of ${items} items/s`, ...follow, recordsPerSecond: items, slots },
              },
            ]),
      ];
  return {
    stages,
    cost: enhanced
      ? [
          { label: 'Data copied', basis: 'bytes-out', factor: 1e-9, price: 'price-enhanced' },
          { label: 'Executions', basis: 'batches', factor: 1, price: 'price-enhanced-execution' },
        ]
      : [{ label: 'Data copied', basis: 'bytes-out', factor: 1e-9, price: 'price-basic' }],
    assumptions: [
      'One record is one file. Checking goes at the speed of listing.',
      'Only new files are counted; comparing old ones takes time that the listing speed has to cover.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A periodic job, one execution at a time. Basic lists, copies and checks in turn; Enhanced does all three together at the pace of the slowest. The copy goes at the least of the task limit (10 Gbps with an agent, 5 without), the line and the bandwidth limit.',
  sources: ['DS-Q', 'DS-HOW', 'DS-MODE', 'SDK-datasync', 'ASSUMPTION'],
  build,
};
