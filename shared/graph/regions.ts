import type { Container } from './design.ts';

const regionCode = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** Region code of a Region container: its property or else its name; undefined when neither is a code. */
export function getRegionOfContainer(container: Container | undefined): string | undefined {
  if (!container) return undefined;
  const property = container.properties['region'];
  const code = typeof property === 'string' && property !== '' ? property : container.name;
  return regionCode.test(code) ? code : undefined;
}
