import { describe, expect, it } from 'vitest';
import { parseDuration, parseWindow } from '../../../electron/cli/parse-duration.ts';
import { suggestNames } from '../../../electron/cli/suggest.ts';

describe('parseDuration', () => {
  it.each([
    ['90', 90],
    ['0.5', 0.5],
    ['15m', 900],
    ['24h', 86_400],
    ['7d', 604_800],
    ['1h30m', 5400],
    ['1d2h3m4s', 93_784],
  ])('%s is %i s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', '0', '0h', '-5m', '5x', 'h', '1h 30m', '1e3'])('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrow('is no duration');
  });
});

describe('parseWindow', () => {
  it('reads two times of the run', () => {
    expect(parseWindow('3h..3h10m')).toEqual({ fromSeconds: 10_800, toSeconds: 11_400 });
    expect(parseWindow('0..90')).toEqual({ fromSeconds: 0, toSeconds: 90 });
  });

  it.each(['3h', '1..2..3', '', '..5', 'x..5'])('refuses %j', (text) => {
    expect(() => parseWindow(text)).toThrow(/--window takes FROM\.\.TO|is no duration/);
  });
});

describe('suggestNames', () => {
  it.each([
    ['kdss', ['kds']],
    ['clickstreem', ['clickstream']],
    ['zzz', []],
  ])('%s', (typed, names) => {
    expect(suggestNames(typed, ['kds', 'clickstream', 's3'])).toEqual(names);
  });
});
