import type { Workspace } from '../../protocol.ts';
import { fullName } from '../state/names.ts';

/** Hues that stay apart from each other and readable under white letters; neighbours in the list are far apart. */
const hues = [212, 36, 330, 265, 172, 12, 96, 290];

/** By the place among the people, so that no two of the first few look alike. */
function hueOf(workspace: Workspace, id: string): number {
  const place = workspace.people.findIndex((each) => each.id === id);
  return hues[Math.max(0, place) % hues.length] ?? 212;
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
      style={{ '--hue': hueOf(workspace, id) }}
      aria-hidden="true"
    >
      {isBot ? 'O' : initials(fullName(workspace, id))}
    </span>
  );
}
