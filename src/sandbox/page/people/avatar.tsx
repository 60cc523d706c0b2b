import type { Workspace } from '../../protocol.ts';
import { fullName } from '../state/names.ts';

/** Hues that stay apart from each other and readable under white letters. */
const hues = [212, 265, 172, 24, 330, 96, 44, 290];

function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return hues[sum % hues.length] ?? 212;
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase();
}

interface AvatarProps {
  readonly workspace: Workspace;
  readonly id: string;
  readonly size: 'small' | 'medium' | 'large';
}

/** A square with somebody's initials. Only decoration: the name always stands beside it. */
export function Avatar({ workspace, id, size }: AvatarProps) {
  const isBot = id === workspace.bot.userId;
  return (
    <span
      class={`avatar avatar-${size}${isBot ? ' avatar-bot' : ''}`}
      style={{ '--hue': hueOf(id) }}
      aria-hidden="true"
    >
      {isBot ? 'O' : initials(fullName(workspace, id))}
    </span>
  );
}
