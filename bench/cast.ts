import { botUserId, defaultSeed, type Seed, type SeedConversation, seedPerson } from '../src/sandbox/seed.ts';

/** Who takes part in one repetition: somebody with a mentor, and a channel that both and the app are in. */
export type Case = { readonly engineer: string; readonly mentor: string; readonly channel: string };

/**
 * A workspace with so many cases. Each is used once: nobody has an incident open, no app remembers anybody, and no
 * conversation is written to so often that Slack's own pace (one message a second) would be what is measured.
 */
export function castOf(count: number): { readonly cases: readonly Case[]; readonly seed: Seed } {
  const cases = Array.from({ length: count }, (_, index): Case => {
    const number = String(index + 1).padStart(5, '0');
    return { engineer: `U0ENG${number}`, mentor: `U0MEN${number}`, channel: `C0CASE${number}` };
  });
  const people = cases.flatMap(({ engineer, mentor }, index) => [
    seedPerson(engineer, `engineer-${index + 1}`, `Engineer ${index + 1}`),
    seedPerson(mentor, `mentor-${index + 1}`, `Mentor ${index + 1}`),
  ]);
  const conversations = cases.map(
    ({ engineer, mentor, channel }, index): SeedConversation => ({
      id: channel,
      kind: 'channel',
      name: `case-${index + 1}`,
      topic: '',
      members: [engineer, mentor, botUserId],
      archived: false,
      shared: false,
      general: false,
    }),
  );
  return { cases, seed: { ...defaultSeed, people, conversations, userGroups: [] } };
}
