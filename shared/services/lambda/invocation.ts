const polled = new Set(['kds', 'dynamodb', 'sqs', 'msk']);
const asynchronous = new Set([
  's3',
  'sns',
  'eventbridge-rule',
  'eventbridge-scheduler',
  'iot-core',
  'cw-logs',
  'cw-alarm',
]);

/** Sources Lambda reads itself, through an event source mapping. */
export const isPolled = (service: string): boolean => polled.has(service);

/** Sources that hand an event over and do not wait for the result. */
export const isAsynchronous = (service: string): boolean => asynchronous.has(service);
