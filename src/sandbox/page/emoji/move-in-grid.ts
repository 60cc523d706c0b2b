/**
 * Where an arrow key leads in a grid whose rows may differ in length and have headings between them: judged by where
 * things are drawn.
 * @param cells in reading order
 * @returns the index of the cell, or null when the key is none of these
 */
export function moveInGrid(cells: readonly HTMLElement[], from: number, key: string): number | null {
  const last = cells.length - 1;
  if (key === 'ArrowRight') return Math.min(last, from + 1);
  if (key === 'ArrowLeft') return Math.max(0, from - 1);
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const here = cells[from]?.getBoundingClientRect();
  if (!here) return from;
  const down = key === 'ArrowDown';
  const beyond = cells
    .map((cell, index) => ({ index, at: cell.getBoundingClientRect() }))
    .filter(({ at }) => (down ? at.top > here.bottom - 2 : at.bottom < here.top + 2));
  const row = down
    ? Math.min(...beyond.map(({ at }) => at.top))
    : Math.max(...beyond.map(({ at }) => at.top));
  const nearest = beyond
    .filter(({ at }) => Math.abs(at.top - row) < 2)
    .sort((a, b) => Math.abs(a.at.left - here.left) - Math.abs(b.at.left - here.left))[0];
  return nearest?.index ?? from;
}
