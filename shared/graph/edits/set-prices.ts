import type { Design } from '../design.ts';

/** Replaces a unit price of the catalogue; null goes back to it. */
export function setPrice(draft: Design, args: { key: string; price: number | null }): void {
  const { [args.key]: _replaced, ...others } = draft.settings.prices ?? {};
  const prices = args.price === null ? others : { ...others, [args.key]: args.price };
  if (Object.keys(prices).length > 0) draft.settings.prices = prices;
  else delete draft.settings.prices;
}
