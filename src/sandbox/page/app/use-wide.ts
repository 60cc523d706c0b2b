import { useEffect, useState } from 'preact/hooks';

/** The same width as in layout.css. */
const query = '(min-width: 1080px)';

/** Is there room for three people side by side? */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const update = () => setWide(list.matches);
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, []);
  return wide;
}
