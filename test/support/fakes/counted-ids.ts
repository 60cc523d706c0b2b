import type { Ids } from '../../../src/app/ports.ts';

/** Ids that say where they come from and never repeat: `id-1`, `id-2` … */
export function countedIds(prefix = 'id'): Ids {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return `${prefix}-${last}`;
    },
  };
}
