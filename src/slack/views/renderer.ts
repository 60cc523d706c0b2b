import type { Reading, RenderedMessage, Renderer } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import type { Words } from '../words/words.ts';
import { wordsFor } from '../words/words.ts';
import { askMessage, stoodDown } from './ask.ts';
import { card } from './card.ts';
import {
  handOffAsked,
  handOffMissed,
  helperChanged,
  helpLater,
  keyboardMoved,
  keyboardYours,
  lateReminder,
  released,
  relieved,
  stepWritten,
} from './helping.ts';
import { managerAnswer, managerQuestion } from './manager-questions.ts';
import {
  closing,
  closingHelper,
  helpAsked,
  helperCame,
  helpMoved,
  keptWords,
  nobodyToAsk,
  noticedAgain,
  placeMoved,
  reopened,
  reopenedHelper,
  saidMore,
  stepAnswered,
  summaryRefused,
  summarySeen,
} from './notices.ts';
import { offerMessage } from './offer.ts';
import {
  channelAsk,
  channelAskRefused,
  dutyClosing,
  dutyMessage,
  dutyRefused,
  ownerAsked,
  ownerAway,
} from './owners.ts';
import { partMessage, summaryDrafted } from './parts-messages.ts';
import { passedOn, relayBegun, roomClosing, roomOpened, roomWithout } from './rooms.ts';
import { stepCheck } from './step-check.ts';
import { closingSummary, managerUpdate, summaryMessage } from './summary.ts';
import { summaryReview } from './summary-review.ts';
import { otherRefused, summaryPaused } from './tell-other.ts';
import { ownWordRanOut, ownWordRuns, summaryApproved, summaryRemarked } from './telling.ts';

/** Every kind of outgoing message and the view that draws it. */
export function createRenderer(): Renderer {
  return {
    render: (body, reading) => draw(body, reading, wordsFor(reading.viewer.locale)),
    renderOffer: (reading) => offerMessage(reading, wordsFor(reading.locale)),
  };
}

function draw(body: MessageBody, reading: Reading, words: Words): RenderedMessage | null {
  switch (body.kind) {
    case 'card':
      return card(reading, words);
    case 'ask':
      return askMessage(reading, body.ask, words);
    case 'place_moved':
      return placeMoved(body, words);
    case 'room_opened':
      return roomOpened(reading, words);
    case 'room_closing':
      return roomClosing(reading, body, words);
    case 'room_without':
      return roomWithout(body, words);
    case 'relay_begun':
      return relayBegun(reading, body, words);
    case 'passed_on':
      return passedOn(reading, body, words);
    case 'helper_came':
      return helperCame(reading, body, words);
    case 'help_moved':
      return helpMoved(reading, body, words);
    case 'nobody_to_ask':
      return nobodyToAsk(reading, words);
    case 'help_later':
      return helpLater(reading, body, words);
    case 'late_reminder':
      return lateReminder(reading, body, words);
    case 'relieved':
      return relieved(reading, body, words);
    case 'hand_off_asked':
      return handOffAsked(reading, body, words);
    case 'hand_off_missed':
      return handOffMissed(reading, body, words);
    case 'keyboard_yours':
      return keyboardYours(reading, body, words);
    case 'keyboard_moved':
      return keyboardMoved(reading, body, words);
    case 'helper_changed':
      return helperChanged(reading, body, words);
    case 'owner_asked':
      return ownerAsked(reading, body, words);
    case 'owner_away':
      return ownerAway(reading, body, words);
    case 'duty':
      return dutyMessage(reading, words);
    case 'duty_refused':
      return dutyRefused(body, words);
    case 'duty_closing':
      return dutyClosing(reading, words);
    case 'channel_ask':
      return channelAsk(reading, words);
    case 'channel_ask_refused':
      return channelAskRefused(reading, words);
    case 'part':
      return partMessage(reading, body, words);
    case 'summary_drafted':
      return summaryDrafted(reading, body, words);
    case 'released':
      return released(reading, body, words);
    case 'step_written':
      return stepWritten(reading, body, words);
    case 'help_asked':
      return helpAsked(reading, body, words);
    case 'said_more':
      return saidMore(reading, body, words);
    case 'noticed_again':
      return noticedAgain(reading, words);
    case 'kept_words':
      return keptWords(reading, words);
    case 'stood_down':
      return stoodDown(reading, words);
    case 'summary':
      return summaryMessage(reading, words);
    case 'summary_other':
      return summaryMessage(reading, words, body.person);
    case 'summary_paused':
      return summaryPaused(reading, words);
    case 'other_refused':
      return otherRefused(reading, body, words);
    case 'summary_seen':
      return summarySeen(reading, words);
    case 'summary_refused':
      return summaryRefused(reading, body, words);
    case 'summary_review':
      return summaryReview(reading, body, words);
    case 'summary_approved':
      return summaryApproved(reading, body, words);
    case 'summary_remarked':
      return summaryRemarked(reading, body, words);
    case 'own_word_begins':
    case 'own_word_soon':
      return ownWordRuns(reading, body, words);
    case 'own_word_ran_out':
      return ownWordRanOut(reading, words);
    case 'manager_question':
      return managerQuestion(reading, body, words);
    case 'manager_answer':
      return managerAnswer(reading, body, words);
    case 'step_check':
      return stepCheck(reading, body, words);
    case 'step_approved':
    case 'step_questioned':
      return stepAnswered(reading, body, words);
    case 'manager_update':
      return managerUpdate(reading, body, words);
    case 'reopened':
      return reopened(reading, body, words);
    case 'reopened_helper':
      return reopenedHelper(reading, words);
    case 'closing':
      return closing(reading, words);
    case 'closing_helper':
      return closingHelper(reading, words);
    case 'closing_summary':
      return closingSummary(reading, words);
    default:
      return body satisfies never;
  }
}
