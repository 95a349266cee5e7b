import type { CauseLink, Symptom } from '../../shared/simulator/model/explain-symptom.ts';
import { formatCount, formatRate, formatShare, formatSpan } from './format-numbers.ts';

/** Where a link of the chain lies, as seen from the node asked about. */
export function describePlace({ direction, distance }: CauseLink): string {
  if (direction === 'here') return 'Here';
  const hops = distance === 1 ? '1 step' : `${distance} steps`;
  return direction === 'upstream' ? `${hops} before` : `${hops} after`;
}

const measures: Record<Symptom, (link: CauseLink) => string> = {
  latency: ({ value, share }) => `${formatSpan(value)} on average, ${formatShare(share)} of the time`,
  age: ({ value }) => `oldest record waited ${formatSpan(value)}`,
  throttling: ({ value }) => `${formatCount(value)} attempts refused`,
  loss: ({ value }) => `${formatCount(value)} records lost`,
};

/** What was measured there; links without a part of their own are there for what they hold back. */
export function describeMeasure(link: CauseLink, symptom: Symptom): string {
  return link.share < 0.01 ? 'runs at its limit and holds back what comes before' : measures[symptom](link);
}

export const describeRates = ({ offeredPerSecond, passedPerSecond }: CauseLink): string =>
  `${formatRate(offeredPerSecond)} in, ${formatRate(passedPerSecond)} out on average`;

const questions: Record<Symptom, string> = {
  latency: 'Why do records take long',
  age: 'Why do records wait',
  throttling: 'Why are records refused',
  loss: 'Why are records lost',
};

/** The question in words, for the head of the answer. */
export const describeQuestion = (symptom: Symptom, name: string): string =>
  `${questions[symptom]} on the way through ${name}?`;
