import type { Lifecycle } from '../../services/define-service.ts';
import { defineNodeRule } from '../define-rule.ts';
import type { Severity } from '../finding.ts';
import { replaceNodeService, setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';

type Ended = Exclude<Lifecycle, { status: 'available' }>;

/** A retired service cannot be deployed at all; a closed one only by accounts that use it already. */
const severityOf: Readonly<Record<Ended['status'], Severity>> = {
  retired: 'error',
  closed: 'warning',
  legacy: 'warning',
};

const wordsOf: Readonly<Record<Ended['status'], string>> = {
  retired: 'AWS has retired it',
  closed: 'it is closed to new customers',
  legacy: 'new designs should use its successor',
};

/** Parts of a service that stay open although the rest is closed: the property and value that choose them. */
const openParts: Readonly<Record<string, { property: string; value: string; label: string }>> = {
  timestream: { property: 'deployment', value: 'INFLUXDB', label: 'Use Timestream for InfluxDB' },
};

export const serviceIsAvailable = defineNodeRule({
  id: 'service-is-available',
  codes: ['G-033', 'G-041', 'G-073', 'G-110', 'G-113', 'G-114'],
  severity: 'warning',
  category: 'Lifecycle of services',
  title: 'Services of a design can be used by the account it is deployed to',
  description:
    'AWS retires services and closes others to accounts that have not used them before. A retired service is an ' +
    'error, the others are warnings: the account may be one that still has access. The replacement keeps the edges ' +
    'and the properties both services have.',
  sources: ['KDA-EOL', 'PIPE-EOL', 'REK-EOL', 'BR-AGT', 'QB-EOL', 'TS-EOL'],
  reach: 'neighbours',
  check: (node) => {
    const lifecycle = node.definition?.lifecycle;
    if (!lifecycle || lifecycle.status === 'available') return [];
    const part = openParts[node.service];
    if ((part && node.config.text(part.property) === part.value) || analysesStoredVideo(node)) return [];
    const since = lifecycle.since === undefined ? '' : ` since ${lifecycle.since}`;
    return [
      {
        message: `${node.name} is ${node.definition?.displayName ?? node.service}; ${wordsOf[lifecycle.status]}${since}. ${lifecycle.note}`,
        severity: severityOf[lifecycle.status],
        sources: lifecycle.sources,
        repairs: [
          ...(part ? [{ ...setNodeProperty(node, part.property, part.value, part.label), safe: false }] : []),
          ...(lifecycle.successor === undefined ? [] : [replaceNodeService(node, lifecycle.successor)]),
        ],
      },
    ];
  },
});

/** Rekognition is closed for live streams only; video in S3 stays open to everyone. */
function analysesStoredVideo(node: NodeView): boolean {
  return (
    node.service === 'rekognition-video' &&
    node.incoming.some((edge) => edge.source.service === 's3') &&
    !node.incoming.some((edge) => edge.source.service === 'kvs')
  );
}
