import { defineNodeRule } from '../define-rule.ts';
import { getEngine } from './engines.ts';

export const sameEnginesUseNativeTools = defineNodeRule({
  id: 'same-engines-use-native-tools',
  codes: ['G-067'],
  severity: 'advice',
  category: 'Migration',
  title: 'Migrations between equal engines consider the engine’s own tools',
  description:
    'Between equal engines the native tools (dump and restore, logical replication) and DMS homogeneous data ' +
    'migrations carry everything over, including what a DMS task leaves behind.',
  sources: ['DMS-TGT', 'N-205'],
  services: ['dms'],
  reach: 'neighbours',
  check: (node) =>
    node.incoming.flatMap(({ source }) =>
      node.outgoing.flatMap(({ target }) => {
        const engine = getEngine(source);
        if (engine === undefined || engine !== getEngine(target)) return [];
        return [
          {
            message: `${source.name} and ${target.name} both run ${engine}. Consider a homogeneous data migration or the tools of ${engine} instead of ${node.name}.`,
            part: `${source.id}-${target.id}`,
          },
        ];
      }),
    ),
});
