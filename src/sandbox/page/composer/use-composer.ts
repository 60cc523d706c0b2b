import { useState } from 'preact/hooks';
import type { PersonActionInput, ShownConversation } from '../../protocol.ts';
import { usePageScope } from '../state/desk-context.ts';
import { draftKey } from '../state/keyed-texts.ts';
import { usePane } from '../state/pane-context.ts';
import { useAttempt } from '../state/use-attempt.ts';
import { useStore } from '../state/use-store.ts';
import { type Attachment, readAttachment } from './attachment.ts';

export interface ComposerState {
  readonly text: string;
  readonly sending: boolean;
  readonly problem: string | null;
  /** Goes along with the next message. */
  readonly attachment: Attachment | null;
  attach(file: File): Promise<void>;
  detach(): void;
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

function uploadOf(
  channel: string,
  threadTs: string | null,
  text: string,
  { name, content }: Attachment,
): PersonActionInput {
  const thread = threadTs === null ? {} : { threadTs };
  return { do: 'upload', channel, name, content, encoding: 'base64', text, ...thread };
}

/** What is written at one place: kept while the person looks elsewhere, and put back when it could not be sent. */
export function useComposer(conversation: ShownConversation, threadTs: string | null): ComposerState {
  const { drafts } = usePageScope();
  const { screen } = usePane();
  const { running, problem, attempt, clear } = useAttempt();
  const [attachment, setAttachment] = useState<Attachment | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = draftKey(screen.me.id, conversation.id, threadTs);
  const text = useStore(drafts)[key] ?? '';

  return {
    text,
    sending: running,
    problem: problem ?? refusal,
    attachment,
    attach: async (file) => {
      const read = await readAttachment(file);
      setRefusal(typeof read === 'string' ? read : null);
      if (typeof read !== 'string') setAttachment(read);
    },
    detach: () => setAttachment(null),
    setText: (next) => {
      if (problem !== null) clear();
      setRefusal(null);
      drafts.set(key, next);
    },
    send: async ({ broadcast }) => {
      const sent = text.trim();
      if ((sent === '' && attachment === null) || running) return;
      drafts.set(key, '');
      setAttachment(null);
      const done = await attempt(
        attachment === null
          ? actionFor(conversation.id, threadTs, sent, broadcast)
          : uploadOf(conversation.id, threadTs, sent, attachment),
      );
      if (done !== null) return;
      if (attachment !== null) setAttachment(attachment);
      // Nothing typed meanwhile is overwritten.
      if ((drafts.state()[key] ?? '') === '') drafts.set(key, sent);
    },
    runShortcut: (callbackId) => void attempt({ do: 'globalShortcut', callbackId }),
  };
}
