import type { KnownBlock, View } from '@slack/types';
import { z } from 'zod';
import type { Case } from './cast.ts';
import { isFirstScreen, isPostTo, isReplyIn, type Slack } from './stories.ts';

const objects = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
/** Less its name of its own, which no other window may have. */
const screenSchema = objects<View>().transform((view): View => {
  const { external_id: _own, ...screen } = view;
  return screen;
});
const messageSchema = z.object({ text: z.string(), blocks: z.array(objects<KnownBlock>()) });

/** What the bare app shows, and to whom: word for word what Oops showed, so that Slack's side has the same to do. */
export const scriptSchema = z.object({
  screen: screenSchema,
  reply: messageSchema,
  ask: messageSchema,
  /** Of each engineer. */
  mentors: z.record(z.string(), z.string()),
});
export type Script = z.infer<typeof scriptSchema>;

/** Reads it off the wire after `asker` has asked and sent the first screen, and `crier` has cried out. */
export function scriptFrom(
  { sandbox }: Slack,
  { asker, crier, cases }: { readonly asker: Case; readonly crier: Case; readonly cases: readonly Case[] },
): Script {
  const traffic = sandbox.traffic();
  return scriptSchema.parse({
    screen: traffic.find(isFirstScreen)?.args.view,
    reply: traffic.find((entry) => isReplyIn(entry, crier.channel))?.args,
    ask: traffic.find((entry) => isPostTo(entry, sandbox, asker.mentor))?.args,
    mentors: Object.fromEntries(cases.map(({ engineer, mentor }) => [engineer, mentor])),
  });
}
