import type { Screen } from '../../protocol.ts';

/**
 * Slack's client keeps what only one person was shown until it is loaded anew, and no server has it.
 * @returns takes each screen of a person, and gives it without the ephemeral messages that were there at the first
 */
export function createForgetting(): (user: string, screen: Screen) => Screen {
  const forgotten = new Map<string, ReadonlySet<string>>();
  return (user, screen) => {
    const old =
      forgotten.get(user) ??
      new Set(
        screen.conversations.flatMap(({ id, messages }) =>
          messages.filter((each) => each.ephemeral).map((each) => `${id}/${each.ts}`),
        ),
      );
    forgotten.set(user, old);
    if (old.size === 0) return screen;
    const conversations = screen.conversations.map((conversation) => ({
      ...conversation,
      messages: conversation.messages.filter(
        (each) => !(each.ephemeral && old.has(`${conversation.id}/${each.ts}`)),
      ),
    }));
    return { ...screen, conversations };
  };
}
