import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { findAsk, type Incident, isOver } from '../../domain/incident.ts';
import { actions, button, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer } from '../references.ts';
import { slackDayAndTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';
import { tellOtherButton } from './tell-other.ts';

type Of<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>;

/** `preview` is what a lock screen shows: it names nobody. */
export const said = (preview: string, text: string): RenderedMessage => ({
  text: preview,
  blocks: [section(text)],
});

/** Why Oops writes here and not where the incident began. */
export function placeMoved({ from, why }: Of<'place_moved'>, words: Words): RenderedMessage {
  return said(words.card.preview, words.card.moved(why ?? 'refused', `<#${from}>`));
}

/** Somebody is with the engineer; null when they had to leave again before it was said. */
export function helperCame(
  { incident }: Reading,
  body: Of<'helper_came'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, body.ask);
  if (ask?.state !== 'accepted') return null;
  const person = mention(ask.person);
  const { helperCameThread, helperCameDirect, previewCame } = words.asking;
  const { place, relayed } = incident;
  if (place.kind !== 'dm') return said(previewCame, helperCameThread(person));
  return said(previewCame, helperCameDirect(person, relayed ? '' : words.rooms.makingRoom));
}

/** Why the next person was asked, or that there is nobody left, with a way to name somebody. */
export function helpMoved(
  { incident }: Reading,
  body: Of<'help_moved'>,
  words: Words,
): RenderedMessage | null {
  const from = findAsk(incident, body.from);
  const next = body.next === null ? undefined : findAsk(incident, body.next);
  if (from === undefined || isOver(incident)) return null;
  const { moved, movedTo, movedNowhere, previewMoved } = words.asking;
  const first = moved(body.why, mention(from.person));
  if (next !== undefined) return said(previewMoved, `${first} ${movedTo(body.why, mention(next.person))}`);
  return chooseSomebody(incident, withChannel(incident, `${first} ${movedNowhere}`, words), words);
}

/** There is nobody to ask, or nobody further: the person can name somebody. */
export function nobodyToAsk({ incident }: Reading, words: Words): RenderedMessage | null {
  if (isOver(incident)) return null;
  const { helpers, asks, steps } = incident;
  const { nobody, movedNowhere, movedNowhereWith, stepNeedsReader } = words.asking;
  if (helpers.length > 0) {
    const unread = steps.some(
      ({ state, author }) => state === 'waiting' && helpers.every((person) => person === author),
    );
    const text = movedNowhereWith(helpers.map(mention));
    return chooseSomebody(
      incident,
      withChannel(incident, unread ? `${stepNeedsReader} ${text}` : text, words),
      words,
    );
  }
  const text = asks.length === 0 ? nobody : movedNowhere;
  return chooseSomebody(incident, withChannel(incident, text, words), words);
}

/** Somebody was asked: after a silence, or because the person wanted it. */
export function helpAsked(
  { incident }: Reading,
  body: Of<'help_asked'>,
  words: Words,
): RenderedMessage | null {
  const ask = findAsk(incident, body.ask);
  if (ask === undefined || isOver(incident)) return null;
  return said(
    words.asking.previewMoved,
    words.asking.asked(body.why, mention(incident.engineer), mention(ask.person)),
  );
}

/** Where a person is asked for meanwhile, so that nobody waits in silence. */
function withChannel({ channelAsked }: Incident, text: string, words: Words): string {
  return channelAsked === null ? text : `${words.owners.channelSaid(`<#${channelAsked}>`)} ${text}`;
}

export function chooseSomebody(incident: Incident, text: string, words: Words): RenderedMessage {
  const value = refer({ incident: incident.id });
  const { choose, previewChoose } = words.asking;
  const pick = button(actionIds.chooseHelper, choose, { value, style: 'primary' });
  return { text: previewChoose, blocks: [section(text), actions([pick])] };
}

export function summarySeen({ incident }: Reading, words: Words): RenderedMessage | null {
  if (incident.manager === null) return null;
  return said(words.summary.previewNews, words.summary.seenNotice(mention(incident.manager)));
}

/** The summary did not arrive, or nobody can tell; what the engineer can do next depends on whether it is over. */
export function summaryRefused(
  { incident }: Reading,
  { reason }: Of<'summary_refused'>,
  words: Words,
): RenderedMessage | null {
  if (incident.manager === null) return null;
  const { refusedNotice, refusedNext, refusedOver, previewNews } = words.summary;
  const first = refusedNotice(mention(incident.manager), reason);
  if (isOver(incident)) return said(previewNews, `${first} ${refusedOver}`);
  const value = refer({ incident: incident.id });
  const again = button(actionIds.continue, words.common.continue, { value, style: 'primary' });
  return {
    text: previewNews,
    blocks: [section(`${first} ${refusedNext}`), actions([again, tellOtherButton(incident, words)])],
  };
}

/** A second person has looked at a step. */
export function stepAnswered(
  { incident }: Reading,
  body: Of<'step_approved'> | Of<'step_questioned'>,
  words: Words,
): RenderedMessage {
  const say = body.kind === 'step_approved' ? words.steps.approved : words.steps.questioned;
  const text = words.asking.previewAnswered;
  const first = section(say(mention(body.by)));
  if (isOver(incident)) return { text, blocks: [first] };
  const value = refer({ incident: incident.id });
  const open = button(actionIds.continue, words.steps.openPlan, { value, style: 'primary' });
  return { text, blocks: [first, actions([open])] };
}

/** Null when it was opened again before it was said. */
export function closing(reading: Reading, words: Words): RenderedMessage | null {
  const { incident } = reading;
  if (!isOver(incident)) return null;
  const over = words.closing.over(words.common.incidentName(incident.number));
  const blocks = [section(over), ...summaryToCome(reading, words), section(words.closing.rest)];
  return { text: words.closing.preview, blocks };
}

/** What still happens with a summary that has not gone yet; for the engineer's eyes only. */
function summaryToCome({ incident, viewer }: Reading, words: Words): readonly Block[] {
  const { summary, manager } = incident;
  if (viewer.role !== 'engineer' || manager === null || summary?.state !== 'written') return [];
  const { managerLater, managerWaits } = words.closing;
  const person = mention(manager);
  if (summary.timing.kind === 'at') {
    return [section(managerLater(person, slackDayAndTime(summary.timing.at)))];
  }
  if (summary.timing.kind !== 'after_helper') return [];
  const value = refer({ incident: incident.id });
  const send = button(actionIds.sendSummary, words.telling.sendNow, { value });
  return [section(managerWaits(person)), actions([send])];
}

/** Thanks to somebody who was with the engineer, in words that fit how it ended. */
export function closingHelper({ incident }: Reading, words: Words): RenderedMessage | null {
  if (!isOver(incident)) return null;
  const name = words.common.incidentName(incident.number);
  const say = incident.status === 'dismissed' ? words.closing.helperFine : words.closing.helper;
  return said(words.closing.preview, say(name, mention(incident.engineer)));
}

/** It is not over after all. */
export function reopened(
  { incident }: Reading,
  { by }: Of<'reopened'>,
  words: Words,
): RenderedMessage | null {
  if (isOver(incident)) return null;
  const name = words.common.incidentName(incident.number);
  return said(words.closing.previewReopened, words.closing.reopened(mention(by), name));
}

export function reopenedHelper({ incident }: Reading, words: Words): RenderedMessage | null {
  if (isOver(incident)) return null;
  const name = words.common.incidentName(incident.number);
  return said(words.closing.previewReopened, words.closing.reopenedHelper(name, mention(incident.engineer)));
}

/** To who is with the engineer: what they wrote since. */
export function saidMore(
  { incident, words: typed }: Reading,
  body: Of<'said_more'>,
  words: Words,
): RenderedMessage | null {
  const text = typed.get(body.words);
  if (text === undefined || isOver(incident)) return null;
  const title = words.asking.saidMore(mention(incident.engineer), words.common.incidentName(incident.number));
  return { text: words.asking.saidMorePreview, blocks: [section(title), section(quote(text))] };
}

/** One short line under what they wrote to Oops: where it is now, and what can be pressed. */
export function keptWords({ incident }: Reading, words: Words): RenderedMessage | null {
  if (isOver(incident)) return null;
  const value = refer({ incident: incident.id });
  const { buttons } = words.card;
  const [text, pressable] = incident.helpWanted
    ? [
        words.asking.keptWords(words.common.incidentName(incident.number)),
        [
          button(actionIds.continue, words.common.continue, { value, style: 'primary' }),
          button(actionIds.needPerson, buttons.needPerson, { value }),
        ],
      ]
    : [
        words.asking.keptWordsUnasked,
        [
          button(actionIds.yesHelp, buttons.yesHelp, { value, style: 'primary' }),
          button(actionIds.itsNothing, buttons.itsNothing, { value }),
        ],
      ];
  return { text: words.card.preview, blocks: [section(text), actions(pressable)] };
}

/** Oops noticed another message of the engineer's. */
export function noticedAgain({ incident }: Reading, words: Words): RenderedMessage | null {
  if (isOver(incident)) return null;
  const text = words.asking.noticedAgain(
    mention(incident.engineer),
    words.common.incidentName(incident.number),
  );
  const value = refer({ incident: incident.id });
  const need = button(actionIds.needPerson, words.card.buttons.needPerson, { value });
  return { text: words.card.preview, blocks: [section(text), actions([need])] };
}
