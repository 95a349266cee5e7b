import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported(
  'Datadog runs outside AWS; Firehose takes its intake address and key as inputs.',
);
