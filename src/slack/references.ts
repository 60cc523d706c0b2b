import { z } from 'zod';
import { screens } from '../domain/phases.ts';

/** What a button carries: ids only, so that a stale or forged one can be checked against the incident. */
export const referenceSchema = z.object({
  incident: z.string().min(1).max(64),
  ask: z.string().max(16).optional(),
  step: z.string().max(16).optional(),
  /** The words that were on show: an approval is for these and no others. */
  words: z.string().max(64).optional(),
  screen: z.enum(screens).optional(),
  service: z.string().max(64).optional(),
  playbook: z.string().max(64).optional(),
  question: z.string().max(16).optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

/** As the value of a button (at most 2000 characters). */
export function refer(reference: Reference): string {
  return JSON.stringify(reference);
}

/** What a button of an offer of help carries. */
export const offerReferenceSchema = z.object({ offer: z.string().min(1).max(64) });

/** What a button carries that says to whom words shall go. */
export const addresseeSchema = offerReferenceSchema.extend({ incident: z.string().min(1).max(64) });

export function referAddressee(reference: z.infer<typeof addresseeSchema>): string {
  return JSON.stringify(reference);
}

export function referOffer(reference: z.infer<typeof offerReferenceSchema>): string {
  return JSON.stringify(reference);
}

/** What a view carries in private_metadata: which incident, which screen, and the version it was drawn from. */
export const viewReferenceSchema = z.object({
  incident: z.string().min(1).max(64),
  version: z.number().int().nonnegative(),
  screen: z.enum(screens).optional(),
  step: z.string().max(16).optional(),
  words: z.string().max(64).optional(),
  question: z.string().max(16).optional(),
  /** The manager as the screen shows them, when they are not asked for. */
  manager: z.string().max(32).optional(),
  /** A digest of what was shown before it is done. */
  shown: z.string().max(64).optional(),
});
export type ViewReference = z.infer<typeof viewReferenceSchema>;

export function referView(reference: ViewReference): string {
  return JSON.stringify(reference);
}
