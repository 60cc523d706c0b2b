import type { Workspace } from '../../protocol.ts';
import { personOf } from '../state/names.ts';
import { unescapeEntities } from './entities.ts';

/**
 * A message's text as its author would type it in the composer: handles and channel names instead of ids, no escapes.
 * @param text as Slack carries it
 */
export function editableText(text: string, workspace: Workspace): string {
  const plain = text.replace(/<([^>]*)>/g, (whole, inside: string) => {
    const [target = '', label] = inside.split('|');
    const id = target.slice(1);
    if (target.startsWith('@')) return `@${personOf(workspace, id)?.name ?? label ?? id}`;
    if (target.startsWith('#')) {
      return `#${workspace.conversations.find((each) => each.id === id)?.name ?? label ?? id}`;
    }
    if (target.startsWith('!subteam^')) {
      const group = workspace.userGroups.find((each) => target === `!subteam^${each.id}`);
      return `@${group?.handle ?? label?.replace(/^@/, '') ?? id}`;
    }
    if (/^!(here|channel|everyone)$/.test(target)) return `@${id}`;
    if (target.startsWith('!')) return label ?? whole;
    return target.replace(/^mailto:/, '');
  });
  return unescapeEntities(plain);
}
