/**
 * A question that only decorates or checks, asked while somebody waits: it is given `ms`, then the answer is `otherwise`.
 * The question itself goes on, so that what Slack says is remembered for the next time; whoever asks the same meanwhile
 * does not wait a second time. `ask` never rejects.
 */
export function glancing<Value>(
  ms: number,
  ask: (user: string) => Promise<Value>,
  otherwise: (user: string) => Value,
): (user: string) => Promise<Value> {
  const under = new Map<string, Promise<Value>>();
  return (user) => {
    const present = under.get(user);
    if (present !== undefined) return present;
    const asked = ask(user);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Value>((resolve) => {
      timer = setTimeout(() => resolve(otherwise(user)), ms);
    });
    const glance = Promise.race([asked, late]);
    under.set(user, glance);
    void asked.finally(() => {
      clearTimeout(timer);
      under.delete(user);
    });
    return glance;
  };
}
