import type { Decided } from '../domain/decision.ts';
import type { Effect } from '../domain/effects.ts';
import type { Incident } from '../domain/incident.ts';
import type { Clock, Ids, NewJob, NewMessage, NewWords, Transaction } from './ports.ts';

/**
 * Saves what was decided: events, words, messages and jobs, all in the transaction that is open. A decision without
 * events saves nothing at all, words included.
 */
export async function saveDecision(
  tx: Transaction,
  decided: Decided,
  words: readonly NewWords[],
  deps: { readonly clock: Clock; readonly ids: Ids },
): Promise<void> {
  if (decided.events.length === 0) return;
  const { incident, events, effects } = decided;
  await tx.save(incident, events);
  await tx.addWords(incident.team, incident.id, words);
  const jobs: NewJob[] = [];
  const correlation = events[0]?.correlation ?? '';
  for (const effect of effects) {
    jobs.push(...(await carryOut(tx, effect, incident, correlation, deps)));
  }
  await tx.addJobs(jobs);
}

async function carryOut(
  tx: Transaction,
  effect: Effect,
  incident: Incident,
  correlation: string,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Promise<readonly NewJob[]> {
  const { team, id } = incident;
  const at = clock.now();
  switch (effect.kind) {
    case 'send': {
      const where = target(effect, incident);
      const { conversation } = where;
      const { key, message: body } = effect;
      const message: NewMessage = {
        ...{ id: ids.next(), team, key: `${id}:${key}`, ...where },
        ...{ about: 'incident', incident: id, body, correlation },
      };
      await tx.addMessage(message);
      return [{ task: 'deliver', team, conversation, at }];
    }
    case 'refresh': {
      const conversations = await tx.refresh(team, id);
      return conversations.map((conversation) => ({ task: 'deliver', team, conversation, at }));
    }
    case 'refresh_screens':
      return [{ task: 'screens', team, incident: id, correlation, at }];
    case 'wake':
      return [
        {
          ...{ task: 'wake', team, incident: id, key: effect.key, wake: effect.wake },
          ...{ correlation, at: effect.at },
        },
      ];
    case 'make_room':
      return [{ task: 'room', team, incident: id, correlation, at }];
    case 'remember_mentor':
      await tx.rememberMentor(team, effect.engineer, effect.person);
      return [];
    case 'remember_manager':
      await tx.rememberManager(team, effect.engineer, effect.person);
      return [];
    default:
      return effect satisfies never;
  }
}

function target(
  { destination, message }: Extract<Effect, { kind: 'send' }>,
  { place, engineer, card }: Incident,
): Pick<NewMessage, 'conversation' | 'threadTs' | 'under'> {
  const top = { threadTs: null };
  if (destination.to === 'person') return { conversation: { kind: 'user', user: destination.user }, ...top };
  if (destination.to === 'channel') {
    return { conversation: { kind: 'channel', channel: destination.channel }, ...top };
  }
  const direct = { conversation: { kind: 'user', user: engineer }, ...top } as const;
  if (destination.to === 'engineer') return direct;
  if (place.kind === 'dm') return direct;
  const conversation = { kind: 'channel', channel: place.channel } as const;
  if (place.kind === 'thread') return { conversation, threadTs: place.ts };
  const isReply = place.kind === 'channel' && message.kind !== 'card';
  return isReply ? { conversation, ...top, under: card } : { conversation, ...top };
}
