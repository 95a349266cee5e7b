import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported('A camera is outside AWS; nothing is created for it.');
