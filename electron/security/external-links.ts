import { externalHosts } from '../../shared/ipc/app-channels.ts';

const allowedHosts = new Set<string>(externalHosts);

/** The address in its normal form when it may be opened in the browser; https and known hosts only. */
export function findAllowedLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && isPlain && allowedHosts.has(url.hostname) ? url.href : undefined;
}
