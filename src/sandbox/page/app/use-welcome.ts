import { useState } from 'preact/hooks';
import { keep, kept } from '../state/kept.ts';

const storageKey = 'hints-away';

/** Are the things to try shown? They are until they are put away, in this browser. */
export function useWelcome(): [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(() => kept('local', storageKey) !== true);
  const show = (next: boolean) => {
    keep('local', storageKey, !next);
    setShown(next);
  };
  return [shown, show];
}
