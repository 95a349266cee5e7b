import type { ServiceDefinition } from '../../shared/services/define-service.ts';

const normalize = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Higher is better; 0 does not match. Every word has to be found somewhere. */
function getScore(service: ServiceDefinition, words: readonly string[]): number {
  const name = normalize(`${service.shortName} ${service.displayName}`);
  const short = normalize(service.shortName);
  const initials = short
    .split(' ')
    .map((word) => word[0])
    .join('');
  const keywords = service.keywords.map(normalize);
  const rest = normalize(`${service.category} ${service.summary}`);
  let score = 0;
  for (const word of words) {
    if (service.id === word || short === word || initials === word) score += 100;
    else if (short.startsWith(word)) score += 80;
    else if (name.split(' ').some((part) => part.startsWith(word))) score += 60;
    else if (service.id.startsWith(word)) score += 50;
    else if (keywords.some((keyword) => keyword === word)) score += 45;
    else if (keywords.some((keyword) => keyword.split(' ').some((part) => part.startsWith(word))))
      score += 30;
    else if (rest.split(' ').some((part) => part.startsWith(word))) score += 10;
    else return 0;
  }
  return score;
}

/** Services that fit a search, best first; all of them, in catalogue order, for an empty search. */
export function searchServices(
  services: readonly ServiceDefinition[],
  query: string,
): readonly ServiceDefinition[] {
  const words = normalize(query).split(' ').filter(Boolean);
  if (words.length === 0) return services;
  return services
    .map((service) => ({ service, score: getScore(service, words) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.service);
}
