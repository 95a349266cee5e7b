/** What a route of a REST API can lead to. */
const restTargets = [
  'lambda',
  'kds',
  'firehose',
  'sqs',
  'sns',
  'step-functions',
  'eventbridge-rule',
  'dynamodb',
  'sm-endpoint',
  's3',
  'third-party-http',
] as const;
export type RestTarget = (typeof restTargets)[number];

/** Whether a REST API gets a route for a target of the kind. */
export const isRestTarget = (service: string): service is RestTarget =>
  (restTargets as readonly string[]).includes(service);

/** Whether the API calls the target with a role: functions have permissions of their own, foreign addresses none. */
export const isCalledWithRole = (service: string): boolean =>
  isRestTarget(service) && service !== 'lambda' && service !== 'third-party-http';
