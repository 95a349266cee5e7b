/** A point on the screen as something popups can be anchored to. */
export function toAnchor(point: { x: number; y: number }): { getBoundingClientRect(): DOMRect } {
  return { getBoundingClientRect: () => new DOMRect(point.x, point.y, 0, 0) };
}
