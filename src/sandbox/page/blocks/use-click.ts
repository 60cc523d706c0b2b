import { useRef, useState } from 'preact/hooks';
import type { FieldValue } from '../../protocol.ts';
import { useSurface } from './surface.ts';

export interface ClickState {
  /** It was clicked, and the app has not answered yet. */
  readonly busy: boolean;
  readonly problem: string | null;
  click(value?: FieldValue): Promise<boolean>;
}

/** The life of a click: busy until the app acknowledged it, then nothing, or a problem to show. One at a time. */
export function useClick(blockId: string, actionId: string): ClickState {
  const surface = useSurface();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const click = async (value?: FieldValue) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const result = await surface.click(blockId, actionId, value);
      setProblem(result.problem);
      return result.problem === null;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, problem, click };
}
