import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported(
  'The store runs outside AWS; services that copy from it get its address as input.',
);
