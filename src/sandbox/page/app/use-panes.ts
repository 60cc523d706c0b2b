import { useCallback, useState } from 'preact/hooks';
import type { Workspace } from '../../protocol.ts';

const wanted = ['alex', 'denny', 'morgan'];

function startingPeople(workspace: Workspace): string[] {
  const people = workspace.people.filter((each) => !each.isBot && !each.deleted);
  const named = new URLSearchParams(location.search).get('people')?.split(',') ?? wanted;
  const chosen = named.flatMap(
    (name) => people.find((each) => each.name === name || each.id === name)?.id ?? [],
  );
  const all = [...new Set([...chosen, ...people.map((each) => each.id)])];
  return all.slice(0, 3);
}

/** Who is in the three panes. It is kept in the address (`?people=alex,denny,morgan`), so that it can be shared. */
export function usePanes(workspace: Workspace): [readonly string[], (index: number, user: string) => void] {
  const [people, setPeople] = useState<readonly string[]>(() => startingPeople(workspace));
  const choose = useCallback(
    (index: number, user: string) => {
      const before = people[index];
      // Somebody who is in another pane changes places.
      const next = people.map((each, at) => (at === index ? user : each === user ? (before ?? each) : each));
      const names = next.map((id) => workspace.people.find((each) => each.id === id)?.name ?? id);
      const address = new URL(location.href);
      address.searchParams.set('people', names.join(','));
      history.replaceState(null, '', address);
      setPeople(next);
    },
    [people, workspace],
  );
  return [people, choose];
}
