import { propertiesAreKnown } from '../../../shared/rules/properties/properties-are-known.ts';
import { testRule } from './rule-cases.ts';

testRule(propertiesAreKnown, {
  accepts: {
    'properties of the schema': { nodes: { in: ['kds', { shardCount: 4 }] } },
    'unknown services, which have a finding of their own': { nodes: { in: ['holodeck', { warp: 9 }] } },
  },
  rejects: [
    {
      because: 'a property of a newer version',
      design: { nodes: { in: ['kds', { warpFactor: 9 }] } },
      target: 'in',
      property: 'warpFactor',
      message: ['“warpFactor”', 'kept'],
      repairs: ['set-warpFactor'],
    },
  ],
});
