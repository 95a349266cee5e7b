import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported(
  'The database runs outside AWS; services that read it get its address as input.',
);
