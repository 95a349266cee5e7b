import { createRequire } from 'node:module';
import type { Template } from './cdk-projects.ts';
import { resolveValue } from './resolve-template.ts';

/** The package has no declarations of its own. */
type Validate = (
  definition: object,
  options: { checkPaths: boolean; checkArn: boolean },
) => { isValid: boolean; errorsText(separator: string): string };
const validate = createRequire(import.meta.url)('asl-validator') as Validate;

/** What the state machines of a template break of the Amazon States Language. */
export function findDefinitionProblems(template: Template): string[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    if (Type !== 'AWS::StepFunctions::StateMachine') return [];
    const text = resolveValue(Properties['DefinitionString'], template);
    const given =
      typeof text === 'string'
        ? (JSON.parse(text) as unknown)
        : resolveValue(Properties['Definition'], template);
    if (typeof given !== 'object' || given === null) return [`${id}: there is no definition`];
    const result = validate(given, { checkPaths: true, checkArn: true });
    return result.isValid ? [] : [`${id}: ${result.errorsText('; ')}`];
  });
}
