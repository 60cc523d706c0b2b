/** Told what is being done when it takes long enough to wonder about. */
export type OnProgress = (doing: string) => void;

const longMs = 1000;

/** Does the work, and says what it is if that takes longer than a second. */
export async function withProgress<T>(
  doing: string,
  onProgress: OnProgress | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => onProgress?.(doing), longMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
