import type { Change } from '../../protocol.ts';

export interface LiveHandlers {
  /** The stream is open: whatever was missed must be fetched now. */
  opened(): void;
  changed(change: Change): void;
  /** The stream broke; another try follows by itself. */
  lost(): void;
}

/** Milliseconds before the next try, by how many failed in a row. */
const pauses = [200, 400, 800, 1500];

/**
 * Follows the sandbox's live stream, and comes back to it after every restart of the server. (A browser's own
 * EventSource gives up for good when a restarting server answers with an error.)
 * @returns how to stop
 */
export function followLive(address: string, handlers: LiveHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const open = () => {
    source = new EventSource(address);
    source.onopen = () => {
      failures = 0;
      handlers.opened();
    };
    source.onmessage = (event: MessageEvent<string>) => handlers.changed(JSON.parse(event.data));
    source.onerror = () => {
      source?.close();
      handlers.lost();
      timer = setTimeout(open, pauses[Math.min(failures, pauses.length - 1)]);
      failures += 1;
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
