import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const dataPipeline = defineService({
  id: 'data-pipeline',
  displayName: 'AWS Data Pipeline',
  shortName: 'Data Pipeline',
  category: 'Migration and transfer',
  summary: 'Scheduled copies between stores, run on EC2 or EMR machines of your own account.',
  keywords: ['orchestration', 'copy activity', 'task runner', 'batch', 'schedule', 'legacy'],
  docsUrl: 'https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/what-is-datapipeline.html',
  icon: { glyph: 'workflow' },
  lifecycle: {
    status: 'closed',
    note: 'Closed to new customers; existing customers may continue. New designs use Step Functions with Glue.',
    successor: 'step-functions',
    sources: ['DP-Q', 'PIPE-EOL'],
  },
  ports: throughPorts,
  properties,
  facts: ['schedulePeriodMinutes', 'resourceType'],
  limits,
  simulation,
  iac,
});
