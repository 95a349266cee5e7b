import type { Design } from '../graph/design.ts';
import { applySizing } from '../graph/edits/apply-sizing.ts';
import { adviseSizes, type SizingAdvice } from './model/sizing-advice.ts';
import { simulateDesign, type SimulationOptions, type SimulationResult } from './simulate.ts';

/** A design whose settings are raised to what its busiest time asks for. */
export interface SizedDesign {
  design: Design;
  /** Against the design as drawn. */
  advice: SizingAdvice[];
  /** The run of the sized design. */
  result: SimulationResult;
}

/** A chain of as many narrow places, one behind the other, is sized to its end. */
const rounds = 8;

/**
 * Sizes and runs again until nothing changes: what is too narrow hides the load of what comes behind it.
 * @throws what `simulateDesign` throws.
 */
export function sizeDesign(drawn: Design, options: SimulationOptions = {}): SizedDesign {
  const design = {
    ...drawn,
    nodes: drawn.nodes.map((node) => ({ ...node, properties: { ...node.properties } })),
  };
  const original = new Map<string, number>();
  const latest = new Map<string, SizingAdvice>();
  let result = simulateDesign(design, options);
  let advice = adviseSizes(design, result);
  for (let round = 0; round <= rounds; round += 1) {
    for (const item of advice) latest.set(item.node, item);
    // Fewer than drawn may be there to survive a failure, which no load shows: that is for a person to decide.
    const changes = advice.filter(({ current, value }) => value > current);
    if (changes.length === 0 || round === rounds) break;
    for (const { node, property, record, current } of changes) {
      if (!original.has(node)) original.set(node, current);
      applySizing(design, { node, property, ...record });
    }
    result = simulateDesign(design, options);
    advice = adviseSizes(design, result);
  }
  return {
    design,
    advice: design.nodes.flatMap(({ id }) => {
      const item = latest.get(id);
      return item ? [{ ...item, current: original.get(id) ?? item.current }] : [];
    }),
    result,
  };
}
