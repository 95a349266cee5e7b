import { describe, expect, it } from 'vitest';
import { bothToolsHaveTheResource } from '../../../shared/rules/lifecycle/both-tools-have-the-resource.ts';
import { buildView } from '../../../shared/rules/view/build-view.ts';
import { getService } from '../../../shared/services/registry.ts';
import { drawDesign } from './draw-design.ts';

/** A stream of a catalogue in which a tool lacks the type. */
function check(missing: { cloudFormation?: string; terraform?: string }) {
  const view = buildView(drawDesign({ nodes: { a: 'kds' } }));
  const [node] = view.nodes;
  if (!node) throw new Error('The view has no node.');
  const service = getService('kds');
  node.definition = { ...service, iac: { ...service.iac, missing } };
  return bothToolsHaveTheResource.check(node, view);
}

describe('both-tools-have-the-resource', () => {
  it('accepts types that both tools have, or neither', () => {
    expect(check({})).toEqual([]);
    expect(check({ cloudFormation: 'No type.', terraform: 'No type.' })).toEqual([]);
  });

  it('names the tool that lacks a type', () => {
    const [problem] = check({ terraform: 'The provider has no such resource.' });
    expect(problem?.message).toBe(
      'a: The provider has no such resource. The Terraform export has a step to do by hand.',
    );
  });
});
