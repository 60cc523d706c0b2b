import type { Reading } from '../app/ports.ts';

/** What a field is called among somebody's drafts: the same action id in another window is another field. */
export function draftField(viewId: string, actionId: string): string {
  return `${viewId}.${actionId}`;
}

/** What this viewer typed into a field and did not send. */
export function draftIn({ drafts }: Reading, viewId: string, actionId: string): string | undefined {
  return drafts.get(draftField(viewId, actionId));
}
