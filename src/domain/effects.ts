import type { AskId, ChannelId, Instant, QuestionId, StepId, UserId, WordsId } from './identifiers.ts';
import type { Screen } from './phases.ts';

/** Why the ladder moved on from a person. */
export type MovedOn = 'declined' | 'unanswered' | 'paused' | 'refused';

/**
 * silence: the person did not answer. more: they wanted one more. named: they chose this person. next: it was the next
 * one's turn, and nobody reads here why.
 */
export type AskedWhy = 'silence' | 'more' | 'named' | 'next';

/** refused: Oops may not write there. shared: another organisation reads it. chosen: the person wants it private. */
export type PlaceMovedWhy = 'refused' | 'shared' | 'chosen';

/** What a manager who was told hears later. */
export type ManagerNews = 'severity' | 'reopened';

/** What an outgoing message is about. It is rendered when it is sent, from the incident as it then is. */
export type MessageBody =
  | { readonly kind: 'card' }
  | { readonly kind: 'ask'; readonly ask: AskId }
  /** Oops may not write in that channel, so it writes here. */
  | { readonly kind: 'place_moved'; readonly from: ChannelId; readonly why?: PlaceMovedWhy }
  /** Where those who are together can write now. */
  | { readonly kind: 'room_opened' }
  /** How long the room stays. */
  | { readonly kind: 'room_closing'; readonly at: Instant }
  /** To the engineer: somebody could not be added to the room. */
  | { readonly kind: 'room_without'; readonly person: UserId }
  /** There is no room: what is written to Oops is passed on. To a helper, or (null) to the engineer. */
  | { readonly kind: 'relay_begun'; readonly person: UserId | null }
  | { readonly kind: 'passed_on'; readonly words: WordsId; readonly from: UserId; readonly changed: boolean }
  | { readonly kind: 'helper_came'; readonly ask: AskId }
  | { readonly kind: 'help_moved'; readonly from: AskId; readonly why: MovedOn; readonly next: AskId | null }
  | { readonly kind: 'nobody_to_ask' }
  /** They can come in ten minutes; somebody else is asked as well. */
  | { readonly kind: 'help_later'; readonly ask: AskId; readonly next: AskId | null }
  | { readonly kind: 'late_reminder'; readonly ask: AskId }
  /** Somebody came while they were on their way. */
  | { readonly kind: 'relieved'; readonly ask: AskId; readonly by: UserId }
  | { readonly kind: 'hand_off_asked'; readonly ask: AskId }
  | { readonly kind: 'hand_off_missed'; readonly ask: AskId; readonly why: MovedOn; readonly person: UserId }
  /** To who has the keyboard now, who was here already. */
  | { readonly kind: 'keyboard_yours'; readonly person: UserId; readonly from: UserId }
  | { readonly kind: 'keyboard_moved'; readonly person: UserId }
  | { readonly kind: 'helper_changed'; readonly from: UserId; readonly person: UserId }
  | { readonly kind: 'owner_asked'; readonly ask: AskId }
  | { readonly kind: 'owner_away'; readonly ask: AskId; readonly why: MovedOn }
  | { readonly kind: 'duty'; readonly person: UserId }
  /** To the engineer: the duty contact could not be told. */
  | { readonly kind: 'duty_refused'; readonly person: UserId }
  | { readonly kind: 'duty_closing'; readonly person: UserId }
  /** In the helpers' channel: no words of the engineer's, and no name. */
  | { readonly kind: 'channel_ask' }
  | { readonly kind: 'channel_ask_refused' }
  /** Somebody could not do this screen. */
  | { readonly kind: 'part'; readonly screen: Screen; readonly person: UserId; readonly from: UserId }
  | { readonly kind: 'summary_drafted'; readonly by: UserId }
  | { readonly kind: 'released'; readonly person: UserId; readonly by: UserId }
  /** Somebody was asked; said where the card alone, which notifies nobody, would be the only sign of it. */
  | { readonly kind: 'help_asked'; readonly ask: AskId; readonly why: AskedWhy }
  | { readonly kind: 'stood_down'; readonly ask: AskId }
  | { readonly kind: 'said_more'; readonly words: WordsId; readonly person: UserId }
  | { readonly kind: 'noticed_again' }
  /** They wrote to Oops, and it was kept. */
  | { readonly kind: 'kept_words' }
  | { readonly kind: 'summary' }
  | { readonly kind: 'summary_seen' }
  /** To somebody who is told beside the manager. */
  | { readonly kind: 'summary_other'; readonly person: UserId }
  /** It is serious, and their notifications are off. */
  | { readonly kind: 'summary_paused' }
  | { readonly kind: 'other_refused'; readonly person: UserId; readonly reason: string }
  | { readonly kind: 'summary_refused'; readonly reason: string }
  /** To a helper who may read it before it goes; these words, and no later ones. */
  | { readonly kind: 'summary_review'; readonly words: WordsId; readonly person: UserId }
  | { readonly kind: 'summary_approved'; readonly by: UserId }
  | { readonly kind: 'summary_remarked'; readonly by: UserId; readonly words: WordsId | null }
  /** To an engineer who tells their manager themselves: the time runs, is nearly over, is over. */
  | { readonly kind: 'own_word_begins' }
  | { readonly kind: 'own_word_soon' }
  | { readonly kind: 'own_word_ran_out' }
  /** To the engineer, with a way to answer. */
  | { readonly kind: 'manager_question'; readonly question: QuestionId }
  /** To the manager who asked. */
  | { readonly kind: 'manager_answer'; readonly question: QuestionId }
  | {
      readonly kind: 'step_check';
      readonly step: StepId;
      /** The words that were to be checked: once the step is written anew, this message is about the past. */
      readonly words: WordsId;
      readonly person: UserId;
    }
  /** A helper has written a step for the engineer. */
  | { readonly kind: 'step_written'; readonly step: StepId; readonly by: UserId }
  | { readonly kind: 'step_approved'; readonly step: StepId; readonly by: UserId }
  | { readonly kind: 'step_questioned'; readonly step: StepId; readonly by: UserId }
  | { readonly kind: 'manager_update'; readonly news: ManagerNews }
  | { readonly kind: 'reopened'; readonly by: UserId }
  /** To somebody who was with the engineer when it ended. */
  | { readonly kind: 'reopened_helper'; readonly person: UserId }
  | { readonly kind: 'closing' }
  | { readonly kind: 'closing_helper'; readonly person: UserId }
  | { readonly kind: 'closing_summary' };

export type MessageKind = MessageBody['kind'];

/** These go on showing the incident as it is; the others say one thing, once. */
export const liveKinds: readonly MessageKind[] = [
  ...(['card', 'ask', 'late_reminder', 'duty', 'channel_ask', 'part'] as const),
  ...(['summary', 'summary_other', 'summary_review'] as const),
  ...(['manager_question', 'step_check'] as const),
];

/**
 * To the incident's place (its thread, or the engineer's DM), to the engineer's DM wherever the incident lives (what is
 * between them and somebody else is not for a thread), to one
 * person's DM, or to another channel.
 */
export type Destination =
  | { readonly to: 'place' }
  | { readonly to: 'engineer' }
  | { readonly to: 'channel'; readonly channel: ChannelId }
  | { readonly to: 'person'; readonly user: UserId };

/** A timer. When it wakes, the domain asks again whether it is still needed. */
export type Wake =
  | { readonly kind: 'ask_due'; readonly ask: AskId }
  | { readonly kind: 'late_due'; readonly ask: AskId }
  | { readonly kind: 'silence_due' }
  /** The first screen was opened, and nothing was asked on it. */
  | { readonly kind: 'idle_due' }
  | { readonly kind: 'summary_due' }
  | { readonly kind: 'own_word_soon' }
  | { readonly kind: 'own_word_due' }
  | { readonly kind: 'news_due' }
  | { readonly kind: 'room_due' };

/** What is to be done besides keeping the events; data only, saved in the same transaction. */
export type Effect =
  | {
      readonly kind: 'send';
      /** Unique within the incident: sending the same key twice is one message. */
      readonly key: string;
      readonly destination: Destination;
      readonly message: MessageBody;
    }
  /** Everything on show about this incident may have changed. */
  | { readonly kind: 'refresh' }
  /** Something that people should see in the window they have open. */
  | { readonly kind: 'refresh_screens' }
  | { readonly kind: 'wake'; readonly key: string; readonly at: Instant; readonly wake: Wake }
  /** The room of those who are together is made, filled or archived, as the incident then says. */
  | { readonly kind: 'make_room' }
  | { readonly kind: 'remember_mentor'; readonly engineer: UserId; readonly person: UserId }
  | { readonly kind: 'remember_manager'; readonly engineer: UserId; readonly person: UserId };
