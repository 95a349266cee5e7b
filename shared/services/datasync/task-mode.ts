import type { Configuration } from '../configuration.ts';

interface Ends {
  config: Configuration;
  incoming: readonly { service: string }[];
  outgoing: readonly { service: string }[];
}

/** Services that DataSync reaches through an agent at the other site. */
export const agentServices = new Set(['onprem-files', 'outposts', 'storage-gateway']);

const locations = new Set(['s3', 'efs', 'fsx', 'onprem-files']);

/** Whether the service can be a location. */
export const isLocation = (edge: { service: string }): boolean => locations.has(edge.service);

/** Mode the task runs in: as set, else Enhanced between two buckets and Basic otherwise. */
export function getTaskMode({ config, incoming, outgoing }: Ends): 'ENHANCED' | 'BASIC' {
  const set = config.text('taskMode');
  if (set === 'ENHANCED' || set === 'BASIC') return set;
  const ends = [...incoming, ...outgoing].filter(isLocation);
  return ends.length > 0 && ends.every((edge) => edge.service === 's3') ? 'ENHANCED' : 'BASIC';
}

/** Check that the mode allows: Enhanced cannot compare everything. */
export function getVerifyMode(ends: Ends): string {
  const wanted = ends.config.text('verifyMode');
  return wanted === 'POINT_IN_TIME_CONSISTENT' && getTaskMode(ends) === 'ENHANCED'
    ? 'ONLY_FILES_TRANSFERRED'
    : wanted;
}
