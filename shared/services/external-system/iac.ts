import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported('The system runs outside AWS.');
