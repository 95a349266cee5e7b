import type { IacMapping } from '../iac/ir/mapping.ts';

/** Mapping of a thing outside AWS: it is drawn, checked and simulated, and leaves no resource. */
export function defineNotExported(reason: string): IacMapping {
  return {
    primary: '',
    role: '',
    notExported: reason,
    types: { cloudFormation: [], terraform: [] },
    build: () => ({ cloudFormation: [], terraform: [] }),
  };
}
