import type { Outcome, TrafficEntry } from '../src/sandbox/protocol.ts';
import type { Sandbox } from '../src/sandbox/surface.ts';
import { actionIds, commandName, viewIds } from '../src/slack/ids.ts';
import type { Case } from './cast.ts';
import type { Wire } from './wire.ts';

/** A Slack with an app in it, and an ear at the wire between them. */
export type Slack = { readonly sandbox: Sandbox; readonly wire: Wire };

/** Milliseconds since the envelope went out. */
export type Asking = { readonly window: number; readonly screen: number };

/** When nothing has passed for so long, an app has done all that follows from the last thing. */
const quietMs = 30;

const sentence = 'I dropped the users table while helping the billing team.';

/** A clear cry for help; the bare app of the measurement looks for its first words. */
export const cry = 'I think I deleted the production database. What do I do? Please help.';

/** `/oops`, until a window is open, and until the first screen stands in it. */
export async function asks({ sandbox, wire }: Slack, who: Case): Promise<Asking> {
  const engineer = sandbox.person(who.engineer);
  const sent = wire.next('the command goes out', isEnvelope('slash_commands'));
  const opened = wire.next('a window opens', (entry) => isCall(entry, 'views.open'));
  const filled = wire.next(
    'the first screen stands in the window',
    (entry) => isCall(entry, 'views.') && engineer.view()?.callbackId === viewIds.reassurance,
  );
  const [begun, window, screen, outcome] = await Promise.all([
    sent,
    opened,
    filled,
    engineer.command(who.channel, commandName),
  ]);
  worked(outcome);
  return { window: window - begun, screen: screen - begun };
}

/** The first screen is answered and sent, until the mentor has a message. Milliseconds. */
export async function submits({ sandbox, wire }: Slack, who: Case): Promise<number> {
  const engineer = sandbox.person(who.engineer);
  worked(await engineer.click({ in: 'view' }, actionIds.stillHappening, { value: 'unknown' }));
  worked(await engineer.fill({ [actionIds.happened]: sentence }));
  await wire.quiet(quietMs);
  const sent = wire.next('the form goes out', isEnvelope('interactive'));
  const told = wire.next('the mentor has a message', (entry) => isPostTo(entry, sandbox, who.mentor));
  const [begun, at, outcome] = await Promise.all([sent, told, engineer.submit()]);
  worked(outcome);
  return at - begun;
}

/** A cry for help in a channel, until there is a reply under it. Milliseconds. */
export async function criesOut({ sandbox, wire }: Slack, who: Case): Promise<number> {
  const sent = wire.next('the message goes out', isEnvelope('events_api'));
  const replied = wire.next('a reply is under it', (entry) => isReplyIn(entry, who.channel));
  const [begun, at, outcome] = await Promise.all([
    sent,
    replied,
    sandbox.person(who.engineer).post(who.channel, cry),
  ]);
  worked(outcome);
  return at - begun;
}

/** Closes what is open and ends the incident, so that none of its timers goes off in the time of others. */
export async function ends({ sandbox, wire }: Slack, who: Case): Promise<void> {
  const engineer = sandbox.person(who.engineer);
  if (engineer.view() !== undefined) worked(await engineer.close({ all: true }));
  worked(await engineer.command(who.channel, commandName, 'resolve'));
  await wire.quiet(quietMs);
}

type Envelope = Extract<TrafficEntry, { kind: 'envelope' }>;
type Call = Extract<TrafficEntry, { kind: 'call' }>;

const isEnvelope = (type: Envelope['type']) => (entry: TrafficEntry) =>
  entry.kind === 'envelope' && entry.type === type;

function isCall(entry: TrafficEntry, method: string): entry is Call {
  return entry.kind === 'call' && entry.method.startsWith(method) && entry.answer.ok === true;
}

export function isReplyIn(entry: TrafficEntry, channel: string): entry is Call {
  return isCall(entry, 'chat.postMessage') && entry.args.channel === channel && 'thread_ts' in entry.args;
}

/** A message in the direct messages between the app and this person. */
export function isPostTo(entry: TrafficEntry, sandbox: Sandbox, person: string): entry is Call {
  return isCall(entry, 'chat.postMessage') && entry.answer.channel === sandbox.person(person).dm();
}

export function isFirstScreen(entry: TrafficEntry): entry is Call {
  if (!isCall(entry, 'views.')) return false;
  const { view } = entry.args;
  return (
    typeof view === 'object' && view !== null && Reflect.get(view, 'callback_id') === viewIds.reassurance
  );
}

function worked(outcome: Outcome): void {
  if (outcome.result !== 'done') throw new Error(`Slack shows an error: ${JSON.stringify(outcome)}`);
}
