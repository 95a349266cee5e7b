import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported('People and client programs are not infrastructure.');
