import type { Person, Workspace } from '../../protocol.ts';
import { placeOf } from '../clock/clock-moves.ts';
import { ChevronIcon } from '../icons.tsx';
import { Menu, type MenuItem } from '../menu/menu.tsx';
import { usePageScope } from '../state/desk-context.ts';
import { useTelling } from '../state/use-admin.ts';
import { Avatar } from './avatar.tsx';
import { LocalTime, useNow } from './local-time.tsx';
import { personSwitches } from './person-switches.ts';
import { presenceWords } from './presence.ts';
import { PresenceMark } from './presence-mark.tsx';

interface PersonMenuProps {
  readonly workspace: Workspace;
  readonly person: Person;
  readonly clockAhead: number;
  readonly onChoose: (user: string) => void;
}

function kindOf(person: Person): string {
  if (person.isStranger) return 'from another organisation';
  return person.isRestricted || person.isUltraRestricted ? 'guest' : '';
}

/** Who this is, how they can be reached, and who else could be here. */
export function PersonMenu({ workspace, person, clockAhead, onChoose }: PersonMenuProps) {
  const { desk } = usePageScope();
  const tell = useTelling();
  const now = useNow(clockAhead);
  const others = workspace.people.filter((each) => !each.isBot && !each.deleted);
  const choices = others.map(
    (each, index): MenuItem => ({
      key: each.id,
      label: each.realName,
      detail: [each.title, kindOf(each)].filter(Boolean).join(', '),
      icon: <Avatar workspace={workspace} id={each.id} size="small" />,
      kind: 'choice',
      checked: each.id === person.id,
      ...(index === 0 ? { separated: true, heading: 'Show in this pane' } : {}),
      onSelect: () => onChoose(each.id),
    }),
  );
  const state = presenceWords(person, now);
  return (
    <Menu
      label={`${person.realName}: status, and who is in this pane`}
      named="by-content"
      class="person-button"
      intro={
        <div class="person-card">
          <Avatar workspace={workspace} id={person.id} size="large" />
          <p>
            <strong>{person.realName}</strong>
            <span>
              {[person.title, kindOf(person)].filter(Boolean).join(', ')} · {placeOf(person.tz)}
            </span>
            <span>{state === '' ? 'Active' : state.charAt(0).toUpperCase() + state.slice(1)}</span>
          </p>
        </div>
      }
      items={[
        ...personSwitches(
          person,
          workspace.bot.name,
          now,
          (action) => void tell(() => desk.act(person.id, action)),
        ),
        ...choices,
      ]}
    >
      <span class="person-picture">
        <Avatar workspace={workspace} id={person.id} size="large" />
        <PresenceMark person={person} now={now} />
      </span>
      <span class="pane-who">
        <span class="pane-name">
          {person.realName}
          <span class="visually-hidden">status, and who is in this pane, </span> <ChevronIcon />
        </span>
        <span class="pane-about">
          <LocalTime person={person} ahead={clockAhead} />
          {person.title ? ` · ${person.title}` : ''}
        </span>
      </span>
      {state === '' ? null : <span class="pane-state">{state}</span>}
    </Menu>
  );
}
