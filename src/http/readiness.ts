/** One part this process needs, such as the database. Ready when `check` resolves to anything but `false`. */
export type ReadinessCheck = { readonly name: string; readonly check: () => Promise<unknown> };

export type ReadinessReport = {
  readonly status: 'ready' | 'not ready';
  readonly parts: Readonly<Record<string, 'ready' | 'not ready'>>;
};

/**
 * Asks all parts at once and names those that are not ready. A part that throws, says `false` or gives no answer in
 * `deadlineMs` is not ready. Why it is not is for the log: the report goes to whoever can reach the port.
 */
export async function readinessReport(
  checks: readonly ReadinessCheck[],
  deadlineMs = 2000,
): Promise<ReadinessReport> {
  const answers = await Promise.all(
    checks.map(
      async ({ name, check }) => [name, (await isReady(check, deadlineMs)) ? 'ready' : 'not ready'] as const,
    ),
  );
  return {
    status: answers.every(([, answer]) => answer === 'ready') ? 'ready' : 'not ready',
    parts: Object.fromEntries(answers),
  };
}

async function isReady(check: ReadinessCheck['check'], deadlineMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, deadlineMs, false);
  });
  try {
    return (await Promise.race([check(), deadline])) !== false;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
