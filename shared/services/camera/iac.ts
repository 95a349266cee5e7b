import type { IacMapping } from '../../iac/ir/mapping.ts';

export const iac: IacMapping = {
  primary: '',
  role: '',
  notExported: 'A camera is outside AWS; nothing is created for it.',
  types: { cloudFormation: [], terraform: [] },
  build: () => ({ cloudFormation: [], terraform: [] }),
};
