/** What may be said about an error of ours: its kind, its code and the places it came through. Never its words. */
export type Fault = {
  readonly type: string;
  readonly code?: string;
  readonly at: readonly string[];
};

export function describeFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = error.stack?.match(/^ {1,8}at .{1,300}$/gm)?.slice(0, 8) ?? [];
  return { type: error.name, ...code, at: frames.map((frame) => frame.trim()) };
}
