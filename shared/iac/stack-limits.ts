import type { Blocker, IacGraph } from './ir/graph.ts';

/** Quotas of one template: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const limits = { resources: 500, parameters: 200, outputs: 200 } as const;

/** What CloudFormation would refuse because of its number, whatever it says. */
export function checkStackLimits(graph: IacGraph): Blocker[] {
  const counts = {
    resources: graph.cloudFormation.length,
    parameters: graph.variables.length,
    outputs: graph.outputs.length,
  };
  return (Object.keys(limits) as (keyof typeof limits)[])
    .filter((kind) => counts[kind] > limits[kind])
    .map((kind) => ({
      message: `The design needs ${counts[kind]} ${kind} in one stack; CloudFormation takes at most ${limits[kind]}. Divide the design into several, or export it to Terraform.`,
    }));
}
