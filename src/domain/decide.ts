import { answerAsk, lateDue } from './answering.ts';
import { askAgain, noticeAgain } from './asking-again.ts';
import type { CommandType, Context, IncidentCommand } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { draftOn, rejected } from './decision.ts';
import { dutyRefused } from './duty.ts';
import { dismiss, resolve } from './ending.ts';
import { markSummarySeen, sendSummaryNow, summaryDelivery, summaryDue, writeSummary } from './escalation.ts';
import { leaveFirstScreen, withCardFirst } from './first-screen.ts';
import { addStep, changeStep, checkStep, moveStep } from './fix.ts';
import { handOff } from './hand-off.ts';
import { askDelivery, askDue, nameHelper, silenceDue, wantHelp } from './help.ts';
import { channelAskRefused, takeAsk } from './helpers-channel.ts';
import { setSeverity, tellHappened, tellImpact, tellReach } from './impact.ts';
import type { Incident } from './incident.ts';
import { isOver } from './incident.ts';
import { newsDue } from './manager-news.ts';
import { answerQuestion, askQuestion } from './manager-questions.ts';
import { otherDelivery, tellOther } from './other-readers.ts';
import { noticeOther } from './other-voices.ts';
import { managerToldByEngineer, ownWordDue, ownWordSoon } from './own-word.ts';
import { askOwnerOf } from './owners.ts';
import { draftSummary, givePart } from './parts.ts';
import type { Action } from './permissions.ts';
import { may } from './permissions.ts';
import { channelShared, choosePlace, openUp, placeRefused } from './place.ts';
import { passOn } from './relay.ts';
import { reopen } from './reopening.ts';
import { roomArchived, roomDue, roomJoined, roomLeft, roomMade, roomRefused } from './room.ts';
import { reviewSummary } from './summary-review.ts';
import { tellOops } from './told-oops.ts';

/** What each command of a person needs; the commands of Oops itself need nothing. */
const actionOf: Record<CommandType, Action | null> = {
  want_help: 'ask_for_help',
  name_helper: 'ask_for_help',
  ask_again: 'ask_for_help',
  notice_again: 'add_note',
  tell_oops: 'add_note',
  notice_other: null,
  leave_first_screen: 'answer_questions',
  tell_happened: 'answer_questions',
  tell_impact: 'answer_questions',
  tell_reach: 'answer_questions',
  set_severity: 'answer_questions',
  write_summary: 'send_summary',
  send_summary: 'send_summary',
  say_manager_told: 'send_summary',
  review_summary: 'review_summary',
  tell_other: 'send_summary',
  mark_summary_seen: 'mark_summary_seen',
  ask_question: 'ask_question',
  answer_question: 'answer_question',
  answer_ask: 'answer_ask',
  hand_off: 'hand_off',
  give_part: 'ask_for_help',
  ask_owner: 'ask_for_help',
  take_ask: 'take_ask',
  channel_ask_refused: null,
  draft_summary: 'draft_summary',
  add_step: 'plan_steps',
  change_step: 'plan_steps',
  check_step: 'check_step',
  move_step: 'do_steps',
  add_note: 'add_note',
  resolve: 'end',
  dismiss: 'dismiss',
  reopen: 'reopen',
  wake: null,
  choose_place: 'choose_place',
  open_up: 'choose_place',
  pass_on: 'add_note',
  channel_shared: null,
  place_refused: null,
  room_made: null,
  room_joined: null,
  room_left: null,
  duty_refused: null,
  room_refused: null,
  room_archived: null,
  ask_delivery: null,
  summary_delivery: null,
  other_delivery: null,
};

/** These may still arrive, and be answered in their own way, when the incident is over. */
const fineWhenOver: ReadonlySet<CommandType> = new Set<CommandType>([
  'answer_ask',
  'send_summary',
  'say_manager_told',
  'review_summary',
  'mark_summary_seen',
  'ask_question',
  'answer_question',
  'resolve',
  'dismiss',
  'reopen',
  'leave_first_screen',
  'add_note',
  'wake',
  'place_refused',
  'channel_shared',
  'room_made',
  'room_joined',
  'room_left',
  'duty_refused',
  'room_refused',
  'room_archived',
  'ask_delivery',
  'channel_ask_refused',
  'summary_delivery',
  'other_delivery',
]);

/**
 * The whole of what Oops decides: the incident as it is, a command, and what may be known besides; out comes what
 * happened and what is to be done, or why not. Pure: time, people and ids are arguments. A command that changes
 * nothing any more (a double click, a late timer) is decided with no events.
 */
export function decide(incident: Incident, command: IncidentCommand, context: Context): Decision {
  const action = actionOf[command.type];
  if (action !== null) {
    if (context.actor === null) return rejected('not_allowed');
    if (!may(incident, context.actor, action)) return rejected('not_allowed');
  }
  if (isOver(incident) && !fineWhenOver.has(command.type)) return rejected('incident_over');
  return withCardFirst(incident, carryOut(draftOn(incident, context), command));
}

function carryOut(draft: Draft, command: IncidentCommand): Decision {
  switch (command.type) {
    case 'want_help':
      return wantHelp(draft, command.more);
    case 'name_helper':
      return nameHelper(draft, command.person);
    case 'ask_again':
      return askAgain(draft, command.words);
    case 'notice_again':
      return noticeAgain(draft, command.words);
    case 'tell_oops':
      return tellOops(draft, command.words);
    case 'leave_first_screen':
      return leaveFirstScreen(draft, 'closed');
    case 'notice_other':
      return noticeOther(draft, command.person, command.words);
    case 'tell_happened':
      return tellHappened(draft, command);
    case 'tell_impact':
      return tellImpact(draft, command);
    case 'tell_reach':
      return tellReach(draft, command);
    case 'set_severity':
      return setSeverity(draft, command.level);
    case 'write_summary':
      return writeSummary(draft, command);
    case 'send_summary':
      return sendSummaryNow(draft);
    case 'say_manager_told':
      return managerToldByEngineer(draft);
    case 'review_summary':
      return reviewSummary(draft, command);
    case 'tell_other':
      return tellOther(draft, command.person);
    case 'mark_summary_seen':
      return markSummarySeen(draft);
    case 'ask_question':
      return askQuestion(draft, command.words);
    case 'answer_question':
      return answerQuestion(draft, command.question, command.words);
    case 'answer_ask':
      return answerAsk(draft, command.ask, command.answer);
    case 'hand_off':
      return handOff(draft, command.person);
    case 'ask_owner':
      return askOwnerOf(draft, command.service);
    case 'take_ask':
      return takeAsk(draft);
    case 'channel_ask_refused':
      return channelAskRefused(draft);
    case 'give_part':
      return givePart(draft, command.screen, command.words);
    case 'draft_summary':
      return draftSummary(draft, command.words);
    case 'add_step':
      return addStep(draft, command);
    case 'change_step':
      return changeStep(draft, command);
    case 'check_step':
      return checkStep(draft, command);
    case 'move_step':
      return moveStep(draft, command);
    case 'add_note': {
      draft.emit({ type: 'note_added', words: command.words });
      return draft.decided();
    }
    case 'resolve':
      return resolve(draft);
    case 'dismiss':
      return dismiss(draft);
    case 'reopen':
      return reopen(draft);
    case 'wake':
      return wake(draft, command.wake);
    case 'place_refused':
      return placeRefused(draft, command);
    case 'room_made':
      return roomMade(draft, command);
    case 'room_joined':
      return roomJoined(draft, command);
    case 'room_left':
      return roomLeft(draft, command.people);
    case 'duty_refused':
      return dutyRefused(draft, command.reason);
    case 'room_refused':
      return roomRefused(draft, command.reason);
    case 'room_archived':
      return roomArchived(draft, command.reason);
    case 'choose_place':
      return choosePlace(draft, command.where);
    case 'open_up':
      return openUp(draft, command);
    case 'channel_shared':
      return channelShared(draft, command.channel);
    case 'pass_on':
      return passOn(draft, command);
    case 'ask_delivery':
      return askDelivery(draft, command.ask, command.delivery);
    case 'summary_delivery':
      return summaryDelivery(draft, command.delivery);
    case 'other_delivery':
      return otherDelivery(draft, command.person, command.delivery);
    default:
      return command satisfies never;
  }
}

function wake(draft: Draft, due: Extract<IncidentCommand, { type: 'wake' }>['wake']): Decision {
  switch (due.kind) {
    case 'ask_due':
      return askDue(draft, due.ask);
    case 'late_due':
      return lateDue(draft, due.ask);
    case 'silence_due':
      return silenceDue(draft);
    case 'idle_due':
      return leaveFirstScreen(draft, 'idle');
    case 'summary_due':
      return summaryDue(draft);
    case 'own_word_soon':
      return ownWordSoon(draft);
    case 'own_word_due':
      return ownWordDue(draft);
    case 'news_due':
      return newsDue(draft);
    case 'room_due':
      return roomDue(draft);
    default:
      return due satisfies never;
  }
}
