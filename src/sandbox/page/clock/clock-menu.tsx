import type { Person, Workspace } from '../../protocol.ts';
import { ChevronIcon, ClockIcon } from '../icons.tsx';
import { Menu, type MenuItem } from '../menu/menu.tsx';
import { useNow } from '../people/local-time.tsx';
import { useDeskState, usePageScope } from '../state/desk-context.ts';
import { personOf } from '../state/names.ts';
import { useAdmin } from '../state/use-admin.ts';
import {
  type ClockMove,
  calledName,
  clockMornings,
  clockSteps,
  lengthOf,
  movedWords,
  placeOf,
  shortLength,
  timeThere,
} from './clock-moves.ts';

interface IntroProps {
  readonly app: string;
  readonly people: readonly Person[];
  readonly now: number;
  readonly ahead: number;
}

function ClockIntro({ app, people, now, ahead }: IntroProps) {
  return (
    <>
      <p>
        <strong>A pretend clock.</strong> Everybody here and {app} live by it. Your own clock stays as it is.
      </p>
      <table class="clock-table">
        <caption class="visually-hidden">What time it is now</caption>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{calledName(person)}</th>
              <td>{timeThere(person, now)}</td>
              <td>{placeOf(person.tz)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {ahead > 0
          ? `It is ${lengthOf(ahead)} ahead of your clock. It goes only forward.`
          : 'It shows the real time until you move it. It goes only forward.'}
      </p>
    </>
  );
}

interface ClockMenuProps {
  readonly workspace: Workspace;
  /** Who is shown; their mornings can be moved to. */
  readonly people: readonly string[];
}

/** The pretend clock: what it says, how far it is ahead, and ways to move it on. */
export function ClockMenu({ workspace, people }: ClockMenuProps) {
  const { clockAhead } = useDeskState();
  const { announcements, desk } = usePageScope();
  const admin = useAdmin();
  const now = useNow(clockAhead);
  const shown = people.flatMap((id) => personOf(workspace, id) ?? []);
  const first = shown[0];
  const ahead = workspace.clockOffset;
  const time = first ? timeThere(first, now) : '';

  const move = async (to: ClockMove['to']) => {
    const before = Date.now() + desk.state().clockAhead;
    const target = Math.round(to(before));
    if (!(await admin({ do: 'setClock', now: target }))) return;
    announcements.say({ text: movedWords(shown, target, target - before), tone: 'news' });
  };
  const item = (each: ClockMove, index: number): MenuItem => ({
    key: each.key,
    label: each.label,
    ...(each.detail === undefined ? {} : { detail: each.detail }),
    separated: index === 0,
    onSelect: () => void move(each.to),
  });
  return (
    <Menu
      label="Pretend clock"
      named="by-content"
      class={ahead > 0 ? 'tool-button clock-moved' : 'tool-button'}
      intro={<ClockIntro app={workspace.bot.name} people={shown} now={now} ahead={ahead} />}
      items={[...clockSteps.map(item), ...clockMornings(shown).map(item)]}
    >
      <ClockIcon />
      <span class="tool-words">
        <span class="visually-hidden">Pretend clock, </span>
        {time}{' '}
        <span class="tool-note" aria-hidden={ahead === 0}>
          {ahead > 0 ? shortLength(ahead) : 'pretend clock'}
        </span>
      </span>
      <ChevronIcon />
    </Menu>
  );
}
