import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported(
  'Splunk runs outside AWS; Firehose takes the collector address and the token as inputs.',
);
