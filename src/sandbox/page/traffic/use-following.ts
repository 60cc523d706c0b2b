import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** So many pixels from the end still count as the end. */
const nearly = 24;

interface Following {
  readonly following: boolean;
  follow(): void;
  onScroll(): void;
}

/**
 * Keeps the end of a list in sight while somebody looks at the end; whoever scrolls up is left in peace.
 * @param newest changes when something is added
 */
export function useFollowing(list: RefObject<HTMLElement | null>, newest: unknown): Following {
  const [following, setFollowing] = useState(true);
  const toEnd = () => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  useLayoutEffect(() => {
    if (following) toEnd();
  }, [newest, following]);
  return {
    following,
    follow: () => {
      setFollowing(true);
      toEnd();
    },
    onScroll: () => {
      const element = list.current;
      if (element) setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight < nearly);
    },
  };
}
