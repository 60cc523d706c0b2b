/** What Slack itself tells a person, in the words of its client. */
import type { World } from './world.ts';

const KEPT = 20;

const texts: Readonly<Record<string, string>> = {
  operation_timeout: 'Operation timed out. Apps need to respond within 3 seconds.',
  dispatch_failed: 'We had some trouble connecting. Try again?',
};

/** Shows a failure or refusal to this person. @returns the words shown */
export function notice(
  world: World,
  user: string,
  about: { error: string; text?: string; channel?: string; viewId?: string },
): string {
  const text = about.text ?? texts[about.error] ?? 'Something went wrong. Try again?';
  const list = world.state.notices[user] ?? [];
  world.state.counter += 1;
  list.push({
    id: world.state.counter,
    at: world.now(),
    channel: about.channel ?? null,
    viewId: about.viewId ?? null,
    error: about.error,
    text,
  });
  world.state.notices[user] = list.slice(-KEPT);
  world.changed([user]);
  return text;
}
