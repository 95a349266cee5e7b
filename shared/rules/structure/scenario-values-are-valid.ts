import type { Design, PropertyValue, Scenario } from '../../graph/design.ts';
import { setOutage, setOverride } from '../../graph/edits/set-scenario.ts';
import { findNode } from '../../graph/queries.ts';
import { findService } from '../../services/registry.ts';
import { findOutageFaults, formatMoment, nameNode } from '../../simulator/model/scenario-faults.ts';
import { defineDesignRule, type Problem } from '../define-rule.ts';
import type { Repair } from '../finding.ts';
import { checkPropertyValue } from '../properties/check-value.ts';

export const scenarioValuesAreValid = defineDesignRule({
  id: 'scenario-values-are-valid',
  severity: 'error',
  category: 'Structure',
  title: 'Scenarios have outages and changed settings that can be simulated',
  description:
    'An outage that ends before it starts cannot be run. A setting that the service does not have, or a value ' +
    'that it does not allow, has no effect: the run would answer another question than the one asked. An ' +
    'outage after the end of the run never happens.',
  sources: ['DERIVED'],
  reach: 'structure',
  check: ({ design }) =>
    design.scenarios.flatMap((scenario) => [
      ...checkOutages(design, scenario),
      ...checkOverrides(design, scenario),
    ]),
});

function toProblem(scenario: Scenario, property: string, message: string, repairs: Repair[]): Problem {
  return {
    message: `${scenario.name}: ${message}`,
    part: property,
    targets: [{ kind: 'scenario', id: scenario.id, property }],
    repairs,
  };
}

function checkOutages(design: Design, scenario: Scenario): Problem[] {
  const outages = scenario.outages ?? [];
  const faults = findOutageFaults(design, scenario);
  const reversed = faults.map(({ index, message }) =>
    toProblem(scenario, `outages.${index}`, message, swapTimes(scenario, index)),
  );
  const late = outages.flatMap(({ node, fromSeconds }, index) => {
    if (fromSeconds < scenario.durationSeconds || faults.some((fault) => fault.index === index)) return [];
    const message =
      `the outage of ${nameNode(design, node)} starts at ${formatMoment(fromSeconds)}, but the run ends at ` +
      `${formatMoment(scenario.durationSeconds)}, so it never happens. Start it earlier, or make the run longer.`;
    return [{ ...toProblem(scenario, `outages.${index}`, message, []), severity: 'warning' as const }];
  });
  return [...reversed, ...late];
}

/** Start and end given the wrong way round; there is nothing to swap where they are the same. */
function swapTimes({ id, outages }: Scenario, index: number): Repair[] {
  const outage = outages?.[index];
  if (!outage || outage.fromSeconds === outage.toSeconds) return [];
  return [
    {
      id: 'swap-times',
      label: 'Swap start and end',
      safe: false,
      apply: (draft) =>
        setOutage(draft, {
          id,
          index,
          outage: { ...outage, fromSeconds: outage.toSeconds, toSeconds: outage.fromSeconds },
        }),
    },
  ];
}

function checkOverrides(design: Design, scenario: Scenario): Problem[] {
  return (scenario.overrides ?? []).flatMap((override) => {
    const node = findNode(design, override.node);
    const service = node && findService(node.service);
    // Nodes and services that are not there have rules of their own.
    if (!service) return [];
    return Object.entries(override.properties).flatMap(([name, value]) => {
      const place = `overrides.${override.node}.${name}`;
      const set = (next: PropertyValue | undefined, id: string, label: string): Repair => ({
        id,
        label,
        safe: false,
        apply: (draft) =>
          setOverride(draft, { id: scenario.id, node: override.node, property: name, value: next }),
      });
      const drop = set(undefined, 'drop-change', `Take the change of “${name}” out of the scenario`);
      const definition = service.properties.find((candidate) => candidate.name === name);
      if (!definition) {
        const message = `${nameNode(design, override.node)} is to have “${name}”, but ${service.shortName} has no such property. Check the spelling, or take the change out.`;
        return [toProblem(scenario, place, message, [drop])];
      }
      return checkPropertyValue(definition, value).map((fault) => ({
        ...toProblem(scenario, place, `${nameNode(design, override.node)}: ${fault.message}`, [
          ...(fault.nearest === undefined
            ? []
            : [set(fault.nearest, 'set-nearest', `Set to ${JSON.stringify(fault.nearest)}`)]),
          drop,
        ]),
        part: `${place} ${fault.kind}`,
        sources: definition.sources,
      }));
    });
  });
}
