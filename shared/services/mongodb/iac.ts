import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported(
  'The database runs outside this export; services that use it take its address from the node and its password from a secret.',
);
