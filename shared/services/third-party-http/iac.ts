import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported(
  'The endpoint runs outside AWS; services that call it take its address and its key as inputs.',
);
