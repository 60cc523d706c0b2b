/** `blocks.validate`. https://docs.slack.dev/reference/methods/blocks.validate */
import { z } from 'zod';
import { checkMessageBlocks, checkView } from '../../blocks/blocks.ts';
import { isObject, type Problem } from '../../blocks/schema.ts';
import { Refusal } from '../../refusal.ts';
import { invalidArguments, later, type Route, route } from '../route.ts';

/** A JSON value, or JSON text of one. @throws Refusal with this code when it is neither */
function parsed(given: unknown, code: string): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    throw new Refusal(code, {
      errors: [{ code: 'invalid_json', message: 'must be valid JSON', pointer: '/' }],
    });
  }
}

/** Refuses with each fault, its pointer counted from what was given. */
function refuse(code: string, problems: readonly Problem[], cut: string): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ pointer, message, constraint }) => ({
    pointer: pointer.slice(cut.length) || '/',
    code: 'failed_constraint',
    message,
    ...(constraint ? { constraint } : {}),
  }));
  throw new Refusal(code, { errors });
}

export const validateRoutes: Readonly<Record<string, Route>> = {
  'blocks.validate': route(z.strictObject({ blocks: later, view: later, message: later }), (_call, args) => {
    if ([args.blocks, args.view, args.message].filter((each) => each !== undefined).length !== 1) {
      throw invalidArguments('must provide exactly one of `blocks`, `view`, or `message`');
    }
    if (args.view !== undefined) {
      const view = parsed(args.view, 'invalid_view');
      refuse(
        'invalid_view',
        checkView(view, isObject(view) && view.type === 'home' ? 'home' : 'modal'),
        '/view',
      );
    } else if (args.message !== undefined) {
      const message = parsed(args.message, 'invalid_message');
      const isMessage = isObject(message) && ('blocks' in message || 'text' in message);
      const wrong = { pointer: '', message: 'must be a message with text or blocks' };
      refuse('invalid_message', isMessage ? checkMessageBlocks(message.blocks ?? []) : [wrong], '');
    } else {
      refuse('invalid_blocks', checkMessageBlocks(parsed(args.blocks, 'invalid_blocks')), '/blocks');
    }
    return {};
  }),
};
