import { z } from 'zod';
import { impactKinds } from '../domain/severity.ts';

/**
 * The front matter of a playbook. The limits are those of the places in Slack where each text is shown (an option of a
 * list takes 75 characters, a section 3,000 for everything in it), so that a playbook that loads can also be shown.
 */

function sentence(limit: number) {
  return z.string().trim().min(1, 'must not be empty').max(limit, `must be at most ${limit} characters`);
}

function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z.array(item).min(1, 'must have at least one entry').max(most, `must have at most ${most} entries`);
}

const canBeUndone = z.enum(['yes', 'no', 'unknown'], { error: 'must be yes, no or unknown' });

const confidence = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], {
  error: 'must be a whole number from 1 (a guess) to 5 (sure)',
});

const impactKind = z.enum(impactKinds, { error: `must be one of ${impactKinds.join(', ')}` });

export const frontMatterSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words with dashes, such as deleted-data')
    .max(40, 'must be at most 40 characters'),
  title: sentence(75),
  signs: z.strictObject({
    words: listOf(sentence(60), 80),
    impact: z.array(impactKind).max(impactKinds.length),
  }),
  stop_first: listOf(sentence(300), 5),
  do_not_yet: listOf(z.strictObject({ what: sentence(150), why: sentence(400) }), 8),
  evidence: listOf(sentence(300), 10),
  options: listOf(
    z.strictObject({
      name: sentence(75),
      summary: sentence(300),
      traps: listOf(sentence(300), 6),
      undo: canBeUndone,
      undo_how: sentence(300),
    }),
    6,
  ),
  steps: listOf(z.strictObject({ text: sentence(200), confidence, undo: canBeUndone }), 20),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;
