import type { SourceKey } from '../sources/source.ts';

/** A rule the app follows when it inserts mediators. */
export interface InsertionRule {
  id: string;
  statement: string;
  sources: readonly SourceKey[];
}

/** Followed by `planMediators` and `insertMediators`; printed in docs/integrations.md. */
export const insertionRules: readonly InsertionRule[] = [
  {
    id: 'MI-01',
    statement: 'The shortest chain is offered first; on a tie the one without code.',
    sources: ['ASSUMPTION'],
  },
  {
    id: 'MI-02',
    statement: 'A node that already follows the source is used again when it can take another target.',
    sources: ['ASSUMPTION'],
  },
  {
    id: 'MI-03',
    statement:
      'A staging bucket keeps no versions and lets objects expire after 7 days; a landing bucket keeps them. What a model or knowledge base reads is read again on the next run and counts as landing.',
    sources: ['N-102', 'N-018'],
  },
  {
    id: 'MI-04',
    statement:
      'A function in front of a service that lives in a VPC is attached to subnets: its default setting follows the stores it is connected to.',
    sources: ['N-130'],
  },
  {
    id: 'MI-05',
    statement: 'Firehose in front of anything but S3 gets a backup bucket.',
    sources: ['N-105', 'FH-API'],
  },
  {
    id: 'MI-06',
    statement: 'A container that reads a video stream gets a checkpoint table.',
    sources: ['N-141', 'N-098'],
  },
  {
    id: 'MI-07',
    statement:
      'A bucket in front of an EventBridge rule sends its events to EventBridge: the edge switches that on.',
    sources: ['S3-EVT'],
  },
  {
    id: 'MI-08',
    statement: 'A catalogue without a known schema gets a crawler over the bucket.',
    sources: ['N-152'],
  },
  {
    id: 'MI-09',
    statement:
      'DMS moves rows between different engines, it does not convert the schema: that step stays with the designer and nothing is inserted for it.',
    sources: ['N-206'],
  },
  {
    id: 'MI-10',
    statement:
      'A transfer from an on-premises store goes through an agent, which belongs to the DataSync task.',
    sources: ['N-215'],
  },
  {
    id: 'MI-11',
    statement:
      'A federated query is wired as it runs: Athena calls the connector function and the function reads the store.',
    sources: ['ATH-CON'],
  },
  {
    id: 'MI-12',
    statement:
      'A bucket that takes snapshot exports of RDS or Aurora gets a KMS key: the export asks for one.',
    sources: ['AU-EXP'],
  },
];
