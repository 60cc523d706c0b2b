function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shareList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const shared = after.map((value, index) => shareUnchanged(before[index], value));
  return before.length === after.length && shared.every((value, index) => value === before[index])
    ? before
    : shared;
}

function shareRecord(before: Record<string, unknown>, after: Record<string, unknown>) {
  const shared: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) shared[key] = shareUnchanged(before[key], value);
  const keys = Object.keys(shared);
  return keys.length === Object.keys(before).length && keys.every((key) => shared[key] === before[key])
    ? before
    : shared;
}

/**
 * The new JSON value, with every part that is equal to the old one replaced by the old one itself, so that what is
 * drawn from an unchanged part need not be drawn again.
 */
export function shareUnchanged<T>(before: unknown, after: T): T;
export function shareUnchanged(before: unknown, after: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(after)) return shareList(before, after);
  if (isRecord(before) && isRecord(after)) return shareRecord(before, after);
  return after;
}
