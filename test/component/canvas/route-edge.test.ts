import { describe, expect, it } from 'vitest';
import { buildPath, createWalker, getLabelPoint } from '../../../renderer/canvas/routing/path.ts';
import { isFree, type Rect, routeEdge } from '../../../renderer/canvas/routing/route-edge.ts';
import { spreadRoutes } from '../../../renderer/canvas/routing/spread-routes.ts';

const card = (x: number, y: number): Rect => ({ x, y, width: 216, height: 72 });
const out = (rect: Rect) => ({ x: rect.x + rect.width, y: rect.y + 36, side: 'right' as const });
const into = (rect: Rect) => ({ x: rect.x, y: rect.y + 36, side: 'left' as const });

/** Every piece runs along one axis. */
const isOrthogonal = (points: readonly { x: number; y: number }[]): boolean =>
  points.every((point, index) => {
    const before = points[index - 1];
    return !before || before.x === point.x || before.y === point.y;
  });

describe('routeEdge', () => {
  it('runs straight between cards in a row', () => {
    const [a, b] = [card(0, 0), card(400, 0)];
    expect(routeEdge(out(a), into(b), [a, b])).toEqual([out(a), into(b)]);
  });

  it.each([
    ['a card between', card(0, 0), card(800, 0), [card(400, -10)]],
    [
      'a wall of cards between',
      card(0, 0),
      card(800, 200),
      [card(300, -100), card(300, 0), card(300, 100), card(300, 200)],
    ],
    ['the target to the left', card(800, 0), card(0, 0), []],
    ['the target right above', card(0, 300), card(0, 0), []],
    ['a card in the way back', card(800, 0), card(0, 0), [card(400, 0)]],
  ])('goes around with %s', (_name, a, b, others) => {
    const rects = [a, b, ...others];
    const route = routeEdge(out(a), into(b), rects);
    expect(isOrthogonal(route)).toBe(true);
    expect(isFree(route, rects)).toBe(true);
    expect(route[0]).toEqual(out(a));
    expect(route.at(-1)).toEqual(into(b));
  });

  it('enters a port on top from above', () => {
    const [a, b] = [card(0, 0), card(400, 200)];
    const route = routeEdge(out(a), { x: b.x + 108, y: b.y, side: 'top' }, [a, b]);
    expect(route.at(-2)?.x).toBe(b.x + 108);
    expect(route.at(-2)?.y).toBeLessThan(b.y);
    expect(isFree(route, [a, b])).toBe(true);
  });

  it('still answers when cards lie on the ends', () => {
    const [a, b] = [card(0, 0), card(100, 10)];
    const route = routeEdge(out(a), into(b), [a, b]);
    expect(isOrthogonal(route)).toBe(true);
  });
});

describe('spreadRoutes', () => {
  const lane = (id: string, source: string, target: string, top: number) => ({
    id,
    source,
    target,
    points: [
      { x: 0, y: top },
      { x: 100, y: top },
      { x: 100, y: top + 200 },
      { x: 200, y: top + 200 },
    ],
  });

  it('moves unrelated edges apart and lets edges of one port run together', () => {
    const [first, second, third] = spreadRoutes(
      [lane('1', 'a', 'b', 0), lane('2', 'c', 'd', 50), lane('3', 'a', 'e', 0)],
      [],
    );
    expect(first?.points[1]?.x).toBe(100);
    expect(second?.points[1]?.x).not.toBe(100);
    expect(second?.points[2]?.x).toBe(second?.points[1]?.x);
    expect(third?.points[1]?.x).toBe(100);
  });
});

describe('paths', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 40 },
  ];

  it('round corners no further than the pieces allow', () => {
    expect(buildPath(points)).toBe('M 0 0 L 92 0 Q 100 0 100 8 L 100 40');
    expect(
      buildPath([points[0], { x: 4, y: 0 }, { x: 4, y: 4 }].filter((point) => point !== undefined)),
    ).toBe('M 0 0 L 2 0 Q 4 0 4 2 L 4 4');
  });

  it('label the longest flat piece', () => {
    expect(getLabelPoint(points)).toEqual({ x: 50, y: 0 });
  });

  it('can be walked by share of their length', () => {
    const walker = createWalker(points);
    expect(walker.length).toBe(140);
    expect(walker.at(0)).toEqual({ x: 0, y: 0 });
    expect(walker.at(120 / 140)).toEqual({ x: 100, y: 20 });
    expect(walker.at(2)).toEqual({ x: 100, y: 40 });
  });
});
