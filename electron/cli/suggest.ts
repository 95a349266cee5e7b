/** The names closest to what was typed, at most three; none when nothing is near. */
export function suggestNames(typed: string, names: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const tolerance = Math.max(1, Math.floor(wanted.length / 3));
  return names
    .map((name) => ({ name, distance: getDistance(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= tolerance || name.toLowerCase().includes(wanted))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** ` Did you mean "x" or "y"?`, or nothing. */
export function printSuggestion(typed: string, names: readonly string[]): string {
  const near = suggestNames(typed, names).map((name) => `"${name}"`);
  return near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
}

/** Fewest single-character edits between two texts. */
function getDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
