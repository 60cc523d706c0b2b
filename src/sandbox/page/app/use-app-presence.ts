import { useEffect, useState } from 'preact/hooks';

/** So long an app may need to start, or to come back, before it is called missing. */
const patience = 3_000;

/** Is the app there? @param connections how many sockets it holds */
export function useAppPresence(connections: number): 'there' | 'coming' | 'away' {
  const without = connections === 0;
  const [overdue, setOverdue] = useState(false);
  useEffect(() => {
    setOverdue(false);
    if (!without) return;
    const timer = setTimeout(() => setOverdue(true), patience);
    return () => clearTimeout(timer);
  }, [without]);
  if (!without) return 'there';
  return overdue ? 'away' : 'coming';
}
