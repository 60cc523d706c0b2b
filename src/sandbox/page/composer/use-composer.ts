import type { PersonActionInput, ShownConversation } from '../../protocol.ts';
import { usePageScope } from '../state/desk-context.ts';
import { draftKey } from '../state/keyed-texts.ts';
import { usePane } from '../state/pane-context.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { useStore } from '../state/use-store.ts';

export interface ComposerState {
  readonly text: string;
  readonly sending: boolean;
  readonly problem: string | null;
  setText(text: string): void;
  send(options: { broadcast: boolean }): Promise<void>;
  /** Runs an app's global shortcut. */
  runShortcut(callbackId: string): void;
}

const commandLine = /^(\/[\w-]+)(?:\s+([\s\S]*))?$/;

function actionFor(
  channel: string,
  threadTs: string | null,
  text: string,
  broadcast: boolean,
): PersonActionInput {
  const thread = threadTs === null ? {} : { threadTs };
  const [, command, rest] = commandLine.exec(text) ?? [];
  if (command !== undefined) return { do: 'command', channel, command, text: rest ?? '', ...thread };
  return { do: 'post', channel, text, ...thread, ...(broadcast ? { broadcast } : {}) };
}

/** What is written at one place: kept while the person looks elsewhere, and put back when it could not be sent. */
export function useComposer(conversation: ShownConversation, threadTs: string | null): ComposerState {
  const { drafts } = usePageScope();
  const { screen } = usePane();
  const { running, problem, attempt, clear } = useAttempt();
  const key = draftKey(screen.me.id, conversation.id, threadTs);
  const text = useStore(drafts)[key] ?? '';

  return {
    text,
    sending: running,
    problem,
    setText: (next) => {
      if (problem !== null) clear();
      drafts.set(key, next);
    },
    send: async ({ broadcast }) => {
      const sent = text.trim();
      if (sent === '' || running) return;
      drafts.set(key, '');
      const done = await attempt(actionFor(conversation.id, threadTs, sent, broadcast));
      // Nothing typed meanwhile is overwritten.
      if (done === null && (drafts.state()[key] ?? '') === '') drafts.set(key, sent);
    },
    runShortcut: (callbackId) => void attempt({ do: 'globalShortcut', callbackId }),
  };
}
