/** Blocks, whole messages and whole views, with Slack's limits. https://docs.slack.dev/reference/block-kit/blocks */
import { anyText, plainText } from './composition.ts';
import { accessories, actionElements, imageElement, inputElements } from './elements.ts';
import {
  anything,
  bool,
  byType,
  type Check,
  type Fields,
  isObject,
  list,
  object,
  type Problem,
  text,
  union,
} from './schema.ts';

const type = anything;
const blockId = { block_id: text(255) };

const sectionHasText: Check = (value, pointer, problems) => {
  if (isObject(value) && !('text' in value) && !('fields' in value)) {
    problems.push({ pointer, message: 'missing required field: text' });
  }
};

const imageSource: Check = (value, pointer, problems) => {
  if (isObject(value) && 'image_url' in value === 'slack_file' in value) {
    problems.push({ pointer, message: 'must provide exactly one of image_url or slack_file' });
  }
};

function block(required: Fields, optional: Fields = {}, rule?: Check): Check {
  return object({ required: { type, ...required }, optional: { ...blockId, ...optional }, rule });
}

const richTextParts: Fields = Object.fromEntries(
  ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'].map((name) => [
    name,
    anything,
  ]),
);

const everywhere: Fields = {
  section: block(
    {},
    { text: anyText(3000), fields: list(anyText(2000), 10), accessory: byType(accessories), expand: bool },
    sectionHasText,
  ),
  actions: block({ elements: list(byType(actionElements), 25) }),
  context: block({
    elements: list(byType({ image: imageElement, plain_text: anyText(3000), mrkdwn: anyText(3000) }), 10),
  }),
  header: block({ text: plainText(150) }),
  divider: block({}),
  input: block(
    { label: plainText(2000), element: byType(inputElements) },
    { hint: plainText(2000), optional: bool, dispatch_action: bool },
  ),
  image: block(
    { alt_text: text(2000) },
    { image_url: text(3000), slack_file: anything, title: plainText(2000) },
    imageSource,
  ),
  // Passed through: what is inside is laid out by clients, and never refused for its length here.
  rich_text: block({ elements: list(byType(richTextParts), 1000, 0) }),
};

/** Blocks of a message. https://docs.slack.dev/reference/block-kit/blocks/markdown-block is for messages only. */
const messageBlocks: Fields = { ...everywhere, markdown: block({ text: text(12_000) }) };

const blocksIn = (kinds: Fields, max: number): Check => list(byType(kinds), max, 0);

const needsSubmit: Check = (value, pointer, problems) => {
  if (!isObject(value) || 'submit' in value || !Array.isArray(value.blocks)) return;
  if (value.blocks.some((each) => isObject(each) && each.type === 'input')) {
    problems.push({ pointer, message: 'missing required field: submit' });
  }
};

const viewParts: Fields = {
  private_metadata: text(3000, 0),
  callback_id: text(255, 0),
  external_id: text(255, 0),
};

/** https://docs.slack.dev/reference/views/modal-views and home-tab-views */
const modal = object({
  required: { type, title: plainText(24), blocks: blocksIn(everywhere, 100) },
  optional: {
    ...viewParts,
    close: plainText(24),
    submit: plainText(24),
    clear_on_close: bool,
    notify_on_close: bool,
  },
  rule: needsSubmit,
});

const home = object({
  required: { type, blocks: blocksIn(everywhere, 100) },
  optional: viewParts,
});

/** Ids that must differ: blocks in a surface, elements in a block; and at most one field takes the focus. */
function checkIds(blocks: readonly unknown[], pointer: string, problems: Problem[]): void {
  const seen = new Set<unknown>();
  let focused = 0;
  for (const [index, each] of blocks.entries()) {
    if (!isObject(each)) continue;
    if (each.block_id !== undefined && seen.has(each.block_id)) {
      const message = `\`block_id\` "${String(each.block_id)}" already exists for another block`;
      problems.push({ pointer: `${pointer}/${index}/block_id`, message });
    }
    seen.add(each.block_id);
    const inside =
      Array.isArray(each.elements) && each.type === 'actions' ? each.elements.filter(isObject) : [];
    const actions = new Set<unknown>();
    for (const [place, element] of inside.entries()) {
      if (element.action_id !== undefined && actions.has(element.action_id)) {
        const message = `\`action_id\` "${String(element.action_id)}" already exists for another element`;
        problems.push({ pointer: `${pointer}/${index}/elements/${place}/action_id`, message });
      }
      actions.add(element.action_id);
    }
    for (const element of [...inside, each.element, each.accessory].filter(isObject)) {
      if (element.focus_on_load === true) focused += 1;
      if (focused === 2) problems.push({ pointer, message: 'only one element may have focus_on_load' });
    }
  }
}

/** What is wrong with the blocks of a message; pointers begin with `/blocks`. */
export function checkMessageBlocks(blocks: unknown): Problem[] {
  const problems: Problem[] = [];
  blocksIn(messageBlocks, 50)(blocks, '/blocks', problems);
  if (Array.isArray(blocks)) checkIds(blocks, '/blocks', problems);
  return problems;
}

/** What is wrong with a view of that kind; pointers begin with `/view`. */
export function checkView(view: unknown, kind: 'modal' | 'home'): Problem[] {
  const problems: Problem[] = [];
  const checks: Fields = kind === 'modal' ? { modal } : { home };
  union(isObject(view) && !('type' in view) ? (kind === 'modal' ? modal : home) : byType(checks))(
    view,
    '/view',
    problems,
  );
  if (isObject(view) && Array.isArray(view.blocks)) checkIds(view.blocks, '/view/blocks', problems);
  return problems;
}

/** A problem as Slack writes it. */
export function problemText({ message, pointer }: Problem): string {
  return `${message} [json-pointer:${pointer}]`;
}
