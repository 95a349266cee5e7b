import { defineEdgeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';

export const peopleTalkThroughAGuardrail = defineEdgeRule({
  id: 'people-talk-through-a-guardrail',
  codes: ['G-112'],
  severity: 'advice',
  category: 'Machine learning',
  title: 'Models that people talk to have a guardrail',
  description:
    'A guardrail filters harmful content, personal data and topics you rule out, in what people ask and in what the ' +
    'model answers.',
  sources: ['BR-GR', 'N-244'],
  from: ['user-app', 'api-gateway', 'mqtt-device'],
  to: ['bedrock-model', 'bedrock-agent', 'bedrock-kb'],
  reach: 'neighbours',
  check: ({ source, target }) => {
    const neighbours = [
      ...target.incoming.map((edge) => edge.source),
      ...target.outgoing.map((edge) => edge.target),
    ];
    if (neighbours.some((other) => other.service === 'bedrock-guardrail')) return [];
    return [
      {
        message: `${source.name} talks to ${target.name} without a guardrail. Attach one.`,
        targets: [{ kind: 'node', id: target.id }],
        part: source.id,
        repairs: [
          ...attachNode(target, {
            service: 'bedrock-guardrail',
            side: 'before',
            kind: 'configuration',
            label: 'Attach a guardrail',
          }),
        ],
      },
    ];
  },
});
