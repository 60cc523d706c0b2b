import type {
  CallFailure,
  ClaimedMessage,
  Clock,
  Messenger,
  Posted,
  RenderedMessage,
} from '../../../src/app/ports.ts';

/** What a call does: `lost` has its effect although the answer does not arrive. The rest is what Slack answers. */
export type Outcome = CallFailure | { readonly kind: 'lost' };

/** A message that people see in the pretend Slack. */
export type Shown = {
  /** The row it was posted for: Slack's metadata carries it. */
  readonly messageId: string;
  readonly kind: string;
  /** Whose DM, or which channel. */
  readonly where: string;
  readonly ts: string;
  text: string;
  edits: number;
};

export type ScriptedMessenger = Messenger & {
  /** What is to be seen, in the order it was posted. */
  shown(): readonly Shown[];
  /** Every call that was made, `post ask`, `update card` … */
  calls(): readonly string[];
  /** The next call of that kind goes like this; several are taken in turn. */
  next(call: 'post' | 'update' | 'remove', outcome: Outcome): void;
  /** Every post of that kind of message to that person is refused for good. */
  refuse(where: string, code: string): void;
  /** Runs in the middle of the next call, after its effect: for what happens meanwhile, or a process that dies. */
  during(what: () => void | Promise<void>): void;
  pause(user: string): void;
  /** From here on history cannot be read. */
  closeHistory(answer?: CallFailure): void;
};

const wantedPlace = ({ conversation }: ClaimedMessage): string =>
  conversation.kind === 'channel' ? conversation.channel : conversation.user;

export function scriptedMessenger(clock: Clock): ScriptedMessenger {
  const shown: Shown[] = [];
  const calls: string[] = [];
  const script = new Map<string, Outcome[]>();
  const refusals = new Map<string, string>();
  const paused = new Set<string>();
  let history: 'open' | { readonly kind: 'unreadable' } | CallFailure = 'open';
  let meanwhile: (() => void | Promise<void>) | null = null;

  /** The answer to a call: scripted, or that it went well; its effect is had unless Slack refused. */
  const answer = async (
    call: string,
    message: ClaimedMessage,
    effect: () => Posted,
  ): Promise<Posted | CallFailure> => {
    calls.push(`${call} ${message.body.kind}`);
    const scripted = script.get(call)?.shift();
    const refused = refusals.get(wantedPlace(message));
    if (refused !== undefined) return { kind: 'refused', code: refused };
    if (scripted !== undefined && scripted.kind !== 'lost') return scripted;
    const posted = effect();
    const pending = meanwhile;
    meanwhile = null;
    await pending?.();
    return scripted === undefined ? posted : { kind: 'unsure', code: 'timeout' };
  };
  const find = (ts: string) => shown.find((each) => each.ts === ts);

  return {
    deadlineMs: 10_000,
    prepare: async () => undefined,
    post: (message, rendered) =>
      answer('post', message, () => {
        const ts = `${Math.floor(clock.now() / 1000)}.${String(shown.length).padStart(6, '0')}`;
        const where = wantedPlace(message);
        const { text } = rendered;
        shown.push({ messageId: message.id, kind: message.body.kind, where, ts, text, edits: 0 });
        return { kind: 'posted', channel: `in:${where}`, ts };
      }),
    update: (message, at, rendered: RenderedMessage) =>
      answer('update', message, () => {
        const found = find(at.ts);
        if (found !== undefined) Object.assign(found, { text: rendered.text, edits: found.edits + 1 });
        return { kind: 'posted', channel: at.channel, ts: at.ts };
      }),
    remove: (message, at) =>
      answer('remove', message, () => {
        const found = find(at.ts);
        if (found !== undefined) shown.splice(shown.indexOf(found), 1);
        return { kind: 'posted', channel: at.channel, ts: at.ts };
      }),
    async find(message) {
      calls.push(`find ${message.body.kind}`);
      if (history !== 'open') return history;
      const found = shown.find((each) => each.messageId === message.id);
      return found === undefined
        ? { kind: 'absent' }
        : { kind: 'posted', channel: `in:${found.where}`, ts: found.ts };
    },
    isPaused: async (_team, user) => paused.has(user),
    manners: async () => null,
    permalink: async () => null,
    shown: () => shown,
    calls: () => calls,
    next: (call, outcome) => {
      script.set(call, [...(script.get(call) ?? []), outcome]);
    },
    refuse: (where, code) => {
      refusals.set(where, code);
    },
    during: (what) => {
      meanwhile = what;
    },
    pause: (user) => {
      paused.add(user);
    },
    closeHistory: (how = undefined) => {
      history = how ?? { kind: 'unreadable' };
    },
  };
}
