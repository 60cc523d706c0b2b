/** Messages that an app has scheduled, on the sandbox's clock. https://docs.slack.dev/reference/methods/chat.scheduleMessage */
import type { Block } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import { postMessage } from './messages.ts';
import type { StoredConversation, StoredScheduled } from './state.ts';
import type { World } from './world.ts';

const MAX_AHEAD_SECONDS = 120 * 24 * 3600;
const WINDOW_SECONDS = 5 * 60;
const MAX_IN_WINDOW = 30;
/** So close to its time a message can no longer be taken back. */
const TOO_LATE_SECONDS = 60;

/**
 * Keeps a message until its time.
 * @param draft `postAt` in unix seconds
 * @throws Refusal `time_in_past`, `time_too_far` (over 120 days), `restricted_too_many` (over 30 in 5 minutes)
 */
export function schedule(
  world: World,
  conversation: StoredConversation,
  draft: { postAt: number; text: string; blocks: Block[]; threadTs: string | null; broadcast: boolean },
): StoredScheduled {
  const now = world.now() / 1000;
  if (draft.postAt <= now) throw new Refusal('time_in_past');
  if (draft.postAt > now + MAX_AHEAD_SECONDS) throw new Refusal('time_too_far');
  const near = world.state.scheduled.filter(
    (each) => each.channel === conversation.id && Math.abs(each.postAt - draft.postAt) < WINDOW_SECONDS,
  );
  if (near.length >= MAX_IN_WINDOW) throw new Refusal('restricted_too_many');
  const scheduled: StoredScheduled = {
    ...draft,
    id: world.newId('Q'),
    channel: conversation.id,
    created: Math.floor(now),
  };
  world.state.scheduled.push(scheduled);
  arm(world, scheduled);
  return scheduled;
}

/** Takes one back. @throws Refusal `invalid_scheduled_message_id` when it is unknown, posted, or due within a minute */
export function unschedule(world: World, channel: string, id: string): void {
  const found = world.state.scheduled.find((each) => each.id === id && each.channel === channel);
  if (!found || found.postAt - world.now() / 1000 < TOO_LATE_SECONDS)
    throw new Refusal('invalid_scheduled_message_id');
  world.state.scheduled = world.state.scheduled.filter((each) => each !== found);
}

/** Takes up the waiting for what an earlier run has kept. */
export function armAll(world: World): void {
  for (const scheduled of world.state.scheduled) arm(world, scheduled);
}

function arm(world: World, scheduled: StoredScheduled): void {
  world.clock.after(Math.max(0, scheduled.postAt * 1000 - world.now()), () => post(world, scheduled));
}

/** Posts it. Where the app may not write any more, it goes without a word, as on Slack. */
function post(world: World, scheduled: StoredScheduled): void {
  if (!world.state.scheduled.includes(scheduled)) return;
  world.state.scheduled = world.state.scheduled.filter((each) => each !== scheduled);
  const conversation = world.state.conversations[scheduled.channel];
  const bot = world.state.bot.userId;
  if (!conversation || conversation.archived || !conversation.members.includes(bot)) return;
  postMessage(world, conversation, {
    user: bot,
    byApp: true,
    text: scheduled.text,
    blocks: scheduled.blocks,
    threadTs: scheduled.threadTs ?? undefined,
    broadcast: scheduled.broadcast,
  });
  void world.saved();
}
