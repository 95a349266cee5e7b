import { defineNotExported } from '../not-exported.ts';

export const iac = defineNotExported(
  'AWS deleted SQL applications from 2026-01-27 and takes no new ones. Replace the node with Managed Service for Apache Flink.',
);
