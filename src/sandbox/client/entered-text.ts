/**
 * What Slack's composer makes of typed text: `& < >` escaped, `@handle`, `#channel`, `@channel` and addresses turned
 * into markup, and the same as a rich text block. https://docs.slack.dev/messaging/formatting-message-text
 */
import { randomBytes } from 'node:crypto';
import type { Block } from '../protocol.ts';
import { escapeText } from '../world/mrkdwn.ts';
import type { Json } from '../world/state.ts';
import type { World } from '../world/world.ts';

interface Piece {
  /** As it stands in `text`. */
  readonly markup: string;
  /** As it stands in a rich text section. */
  readonly element: Json;
}

const special = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)'"])|(?<![\w.])@([\w.-]*\w)|(?<!\w)#([\p{L}\p{N}_-]+)/gu;

function mention(world: World, name: string, withNames: boolean): Piece | undefined {
  if (name === 'channel' || name === 'here' || name === 'everyone') {
    return { markup: `<!${name}>`, element: { type: 'broadcast', range: name } };
  }
  const { bot } = world.state;
  const found = Object.values(world.state.people).find((person) => person.name === name);
  const id = found?.id ?? (name === bot.name ? bot.userId : undefined);
  if (!id) return groupMention(world, name, withNames);
  return { markup: withNames ? `<@${id}|${name}>` : `<@${id}>`, element: { type: 'user', user_id: id } };
}

/** https://docs.slack.dev/messaging/formatting-message-text#mentioning-groups */
function groupMention(world: World, handle: string, withNames: boolean): Piece | undefined {
  const group = world.state.userGroups.find((each) => each.handle === handle);
  if (!group || !world.state.policy.paidPlan) return undefined;
  return {
    markup: withNames ? `<!subteam^${group.id}|@${handle}>` : `<!subteam^${group.id}>`,
    element: { type: 'usergroup', usergroup_id: group.id },
  };
}

function channelLink(world: World, name: string): Piece | undefined {
  const found = Object.values(world.state.conversations).find(
    (each) => each.kind === 'channel' && each.name === name,
  );
  if (!found) return undefined;
  return { markup: `<#${found.id}|${name}>`, element: { type: 'channel', channel_id: found.id } };
}

function pieces(world: World, typed: string, withNames: boolean): Piece[] {
  const result: Piece[] = [];
  const plain = (text: string) => {
    if (text !== '') result.push({ markup: escapeText(text), element: { type: 'text', text } });
  };
  let from = 0;
  for (const match of typed.matchAll(special)) {
    const [whole, link, handle, channel] = match;
    const piece = link
      ? { markup: `<${link.replaceAll('&', '&amp;')}>`, element: { type: 'link', url: link } }
      : handle
        ? mention(world, handle, withNames)
        : channelLink(world, channel ?? '');
    if (!piece) continue;
    plain(typed.slice(from, match.index));
    result.push(piece);
    from = match.index + whole.length;
  }
  plain(typed.slice(from));
  return result;
}

/** A message as typed. */
export function enteredMessage(world: World, typed: string): { text: string; blocks: Block[] } {
  const found = pieces(world, typed, false);
  const section = { type: 'rich_text_section', elements: found.map((each) => each.element) };
  return {
    text: found.map((each) => each.markup).join(''),
    blocks: [
      { type: 'rich_text', block_id: randomBytes(4).toString('base64url').slice(0, 5), elements: [section] },
    ],
  };
}

/**
 * The text after a slash command: as typed, unless the command asked for escaping; then mentions come as
 * `<@U…|handle>`. https://docs.slack.dev/interactivity/implementing-slash-commands#creating_commands
 */
export function enteredCommandText(world: World, typed: string, shouldEscape: boolean): string {
  if (!shouldEscape) return typed;
  return pieces(world, typed, true)
    .map((each) => each.markup)
    .join('');
}
