import { z } from 'zod';
import type { Sandbox } from '../../../src/sandbox/surface.ts';

/** Shorter words ("yes", a title) stand in log lines of their own right. */
const shortest = 8;
/** A line that quotes a text has its beginning, even if the rest is cut. */
const beginning = 20;

const said = z.looseObject({ text: z.string().optional() }).optional();
const field = z.looseObject({ type: z.string(), value: z.string().nullish() });
const heardSchema = z.looseObject({
  /** Of a command. */
  text: z.string().optional(),
  event: said,
  type: z.string().optional(),
  message: said,
  view: z
    .looseObject({
      state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), field)) }).optional(),
    })
    .optional(),
});

/** Everything that people typed to the bot until now: messages, commands, fields. */
export function typedOverTheWire(sandbox: Sandbox): readonly string[] {
  const found = new Set<string>();
  for (const entry of sandbox.traffic()) {
    if (entry.kind !== 'envelope') continue;
    for (const text of typedIn(entry.payload)) for (const part of partsOf(text)) found.add(part);
  }
  return [...found];
}

/** What people typed, as one payload of Slack's carries it. */
export function typedIn(payload: unknown): readonly string[] {
  const { text, event, type, message, view } = heardSchema.parse(payload);
  const fields = Object.values(view?.state?.values ?? {}).flatMap((block) => Object.values(block));
  return [
    text,
    event?.text,
    type === 'message_action' ? message?.text : undefined,
    ...fields.map((held) => (held.type === 'plain_text_input' ? held.value : undefined)),
  ].filter((given) => typeof given === 'string');
}

/** A line may quote a part only, or what it was before Slack escaped it. */
function partsOf(text: string): readonly string[] {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return [text, plain]
    .flatMap((whole) => whole.split('\n'))
    .map((part) => part.trim().slice(0, beginning))
    .filter((part) => part.length >= shortest);
}

/** The lines in which something stands that must not be in a log, with what it is. */
export function leaksIn(lines: readonly string[], secrets: readonly string[]): readonly string[] {
  const written = secrets.map((secret) => [secret, JSON.stringify(secret).slice(1, -1)] as const);
  return lines.flatMap((line) =>
    written
      .filter(([secret, asJson]) => line.includes(secret) || line.includes(asJson))
      .map(([secret]) => `${JSON.stringify(secret)} in ${line}`),
  );
}
