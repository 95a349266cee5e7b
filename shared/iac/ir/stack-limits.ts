import type { Blocker, IacGraph } from './graph.ts';

/** Quotas of one template: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const stackLimits = { resources: 500, parameters: 200, outputs: 200 } as const;

/**
 * What CloudFormation would refuse because of its number, whatever it says.
 * @param others what the design can be exported to instead.
 * @param outputs of the stack, those that other stacks need included.
 */
export function checkStackLimits(graph: IacGraph, others: string, outputs = graph.outputs.length): Blocker[] {
  const counts = {
    resources: graph.cloudFormation.length,
    parameters: graph.variables.length,
    outputs,
  };
  return (Object.keys(stackLimits) as (keyof typeof stackLimits)[])
    .filter((kind) => counts[kind] > stackLimits[kind])
    .map((kind) => ({
      message: `The design needs ${counts[kind]} ${kind} in one stack; CloudFormation takes at most ${stackLimits[kind]}. Divide the design into several, or export it to ${others}.`,
    }));
}
