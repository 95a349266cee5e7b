import { serviceIsKnown } from '../../../shared/rules/structure/service-is-known.ts';
import { testRule } from './rule-cases.ts';

testRule(serviceIsKnown, {
  accepts: { 'a service of the catalogue': { nodes: { in: 'kds' } } },
  rejects: [
    {
      because: 'a service of a newer version',
      design: { nodes: { deck: ['holodeck', { warp: 9 }] } },
      target: 'deck',
      message: ['“holodeck”'],
      repairs: ['remove-node'],
    },
  ],
});
