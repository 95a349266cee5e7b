import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { getReaders } from './stream-readers.ts';
import { count, formatNumber } from '../wording.ts';

const secondsPerHour = 3600;
const mostHours = 8760;

export const retentionCoversOutages = defineNodeRule({
  id: 'retention-covers-outages',
  codes: ['G-017'],
  severity: 'error',
  category: 'Capacity',
  title: 'A stream keeps records longer than its consumers may be down',
  description:
    'Records that no consumer has read when the retention ends are gone. The scenarios of the design say how ' +
    'long a consumer may be down; the stream has to keep records longer than that, up to 8,760 hours.',
  sources: ['KDS-Q', 'N-072', 'N-073'],
  services: ['kds'],
  reach: 'neighbours',
  check: (node, view) => {
    const hours = node.config.number('retentionPeriodHours');
    const readers = new Map(getReaders(node).map((reader) => [reader.target.id, reader.target]));
    const outages = view.design.scenarios.flatMap((scenario) =>
      (scenario.outages ?? [])
        .filter((outage) => outage.capacityFactor === 0 && readers.has(outage.node))
        .map((outage) => ({
          scenario,
          outage,
          hours: (outage.toSeconds - outage.fromSeconds) / secondsPerHour,
        })),
    );
    const longest = outages.reduce<(typeof outages)[number] | undefined>(
      (worst, candidate) => (worst === undefined || candidate.hours > worst.hours ? candidate : worst),
      undefined,
    );
    if (!longest || longest.hours < hours) return [];
    const wanted = Math.min(mostHours, Math.ceil(longest.hours) + 24);
    const reader = readers.get(longest.outage.node);
    return [
      {
        message: `${node.name} keeps records for ${count(hours, 'hour')}, but in the scenario “${longest.scenario.name}” its consumer ${reader?.name ?? ''} is down for ${formatNumber(longest.hours)} hours; unread records expire. Keep them for at least ${formatNumber(wanted)} hours.`,
        property: 'retentionPeriodHours',
        repairs:
          wanted > longest.hours
            ? [
                setNodeProperty(
                  node,
                  'retentionPeriodHours',
                  wanted,
                  `Keep records for ${formatNumber(wanted)} hours`,
                ),
              ]
            : [],
      },
    ];
  },
});
