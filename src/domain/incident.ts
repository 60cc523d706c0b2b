import type { Confidence, Origin, Place, RoomForm, Rung, RungKind, SummaryTiming } from './events.ts';
import type {
  AskId,
  ChannelId,
  IncidentId,
  Instant,
  QuestionId,
  StepId,
  TeamId,
  UserId,
  WordsId,
  YesNoUnknown,
} from './identifiers.ts';
import type { Screen } from './phases.ts';
import type { ImpactFacts, ImpactKind, NoticedBy, Severity, SeverityReason } from './severity.ts';

export type Status = 'open' | 'mitigated' | 'resolved' | 'reviewed' | 'dismissed';

/**
 * asked: on its way or waiting. later: they can come in ten minutes. released: they were here, and somebody else goes on
 * in their place. stood_down: it was over before they answered, and was opened again. The rest say how it ended.
 */
export type AskState =
  | 'asked'
  | 'later'
  | 'accepted'
  | 'released'
  | 'declined'
  | 'unanswered'
  | 'refused'
  | 'stood_down';

export type Ask = {
  readonly id: AskId;
  readonly person: UserId;
  readonly rung: RungKind;
  readonly state: AskState;
  readonly askedAt: Instant;
  readonly answerBy: Instant;
  /** null until Slack has taken the message; paused when the person's notifications were off. */
  readonly reached: 'notified' | 'paused' | null;
  /** When they last said that they are coming. */
  readonly acceptedAt: Instant | null;
  /** When somebody who cannot come at once can. */
  readonly comesAt: Instant | null;
  /** Who would like to hand over to them. */
  readonly handOffFrom: UserId | null;
};

/** Where those who are together write to each other. */
export type Room = {
  readonly channel: ChannelId;
  readonly form: RoomForm;
  /** Who was added, and who could not be. */
  readonly people: readonly UserId[];
  readonly absent: readonly UserId[];
  /** closing: to be archived. gone: archived, or Oops cannot write there. kept: Slack did not archive it. */
  readonly state: 'open' | 'closing' | 'gone' | 'kept';
};

export type StepState = 'waiting' | 'ready' | 'started' | 'done' | 'failed' | 'removed';

export type Step = {
  readonly id: StepId;
  readonly words: WordsId;
  readonly author: UserId | null;
  readonly confidence: Confidence;
  readonly undo: YesNoUnknown;
  readonly state: StepState;
  readonly approvedBy: UserId | null;
  /** Somebody would rather change it: their words, when they gave any. */
  readonly questionedBy: UserId | null;
  readonly question: WordsId | null;
};

/** What a helper would rather change in the summary. */
export type SummaryRemark = { readonly by: UserId; readonly words: WordsId | null };

export type SummaryState = {
  /** null: only the facts. */
  readonly words: WordsId | null;
  readonly timing: SummaryTiming;
  /** written: waits for its time. sending: handed over. told: by the engineer, in their own way. */
  readonly state: 'written' | 'sending' | 'delivered' | 'refused' | 'seen' | 'told';
  /** The manager's notifications were off when it arrived. */
  readonly paused: boolean;
  /** Since when *I will tell them myself* runs out; null while it does not. */
  readonly ownWord: { readonly since: Instant; readonly reminded: boolean } | null;
  /** The facts went because that time had run out. */
  readonly ranOut: boolean;
  /** The severity that the manager has heard of; null before they were told. */
  readonly knows: Severity | null;
  /** Since when something is different from what they heard. */
  readonly changedAt: Instant | null;
  /** Whose yes sent it. */
  readonly approvedBy: UserId | null;
  /** The last of each reader. */
  readonly remarks: readonly SummaryRemark[];
};

/** What a manager wants to know; their words, and the engineer's. */
export type ManagerQuestion = {
  readonly id: QuestionId;
  readonly words: WordsId;
  readonly by: UserId;
  readonly answer: WordsId | null;
};

export const answeredScreens = ['reassurance', 'impact', 'reach'] as const;
export type AnsweredScreen = (typeof answeredScreens)[number];
export type Answered = { readonly version: number; readonly by: UserId | null };

export type GivenPart = {
  readonly screen: Screen;
  readonly by: UserId | null;
  readonly words: WordsId | null;
};

export type Note = {
  readonly words: WordsId;
  readonly by: UserId | null;
  readonly at: Instant;
};

export type OtherVoice = {
  readonly person: UserId;
  readonly words: WordsId;
  readonly at: Instant;
};

/** One incident: what its events add up to. */
export type Incident = {
  readonly team: TeamId;
  readonly id: IncidentId;
  readonly number: number;
  /** The seq of the last event. */
  readonly version: number;
  readonly status: Status;
  readonly engineer: UserId;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly origin: Origin;
  readonly place: Place;
  /** False under a message that Oops noticed, until the person said where it shall be: there it stays one neutral line. */
  readonly placeChosen: boolean;
  /** One sentence for everybody, where it was opened up. */
  readonly title: WordsId | null;
  /** The key of the message that is the card now; a card that was left behind is a pointer. */
  readonly card: string;
  readonly room: Room | null;
  /** How many rooms there have been, for their names. */
  readonly rooms: number;
  /** There can be no room: what people write to Oops is passed on. */
  readonly relayed: boolean;
  /** False under a message that Oops took for a cry for help, until its author says so. */
  readonly helpWanted: boolean;
  readonly happened: WordsId | null;
  readonly stillHappening: YesNoUnknown | null;
  readonly impact: {
    readonly affected: WordsId | null;
    readonly kinds: readonly ImpactKind[];
    /** Ids of services that the workspace has named. */
    readonly services: readonly string[];
    readonly noticedBy: NoticedBy | null;
    readonly spreading: YesNoUnknown | null;
    readonly sensitive: YesNoUnknown | null;
  };
  readonly impactTold: boolean;
  /** How far it reaches was said with one answer, and not asked: another answer about the impact takes it back. */
  readonly saidSmall: boolean;
  /** Who answered a screen last, and at which version: an older window must not undo it. */
  readonly answered: Readonly<Partial<Record<AnsweredScreen, Answered>>>;
  readonly severity: { readonly level: Severity; readonly reason: SeverityReason };
  readonly ladder: readonly Rung[];
  /** When there was last nobody further to ask; null while somebody is left. */
  readonly ladderExhaustedAt: Instant | null;
  readonly asks: readonly Ask[];
  readonly helpers: readonly UserId[];
  /** Where a person was asked for when nobody else was left. */
  readonly channelAsked: ChannelId | null;
  /** The duty contact who has the bare facts. */
  readonly duty: UserId | null;
  /** The one whom Slack would not let Oops write to. */
  readonly dutyRefused: UserId | null;
  /** The helper who goes through the screens; null while it is the engineer. */
  readonly keyboard: UserId | null;
  readonly manager: UserId | null;
  readonly summary: SummaryState | null;
  /** What a helper wrote for the manager: the engineer reads, changes and sends it. */
  readonly summaryDraft: { readonly words: WordsId; readonly by: UserId | null } | null;
  /** Screens that somebody could not do, until they are answered; with what stood there, when it is to be gone on with. */
  readonly givenParts: readonly GivenPart[];
  /** To whom the summary went beside the manager. */
  readonly alsoTold: readonly UserId[];
  readonly questions: readonly ManagerQuestion[];
  readonly steps: readonly Step[];
  readonly notes: readonly Note[];
  /** Who else wrote about it, and what. */
  readonly others: readonly OtherVoice[];
};

/** The facts that the severity rule looks at. */
export function impactFacts(incident: Incident): ImpactFacts {
  return incident.impact;
}

/** Nothing more is changed in an incident that is over. */
export function isOver(incident: Incident): boolean {
  return incident.status === 'resolved' || incident.status === 'reviewed' || incident.status === 'dismissed';
}

/** Whether whole channels read what stands where it lives. */
export function isPublic({ place }: Pick<Incident, 'place'>): boolean {
  return place.kind === 'thread' || place.kind === 'channel';
}

/** Whether it stands in public only because it began there: then nothing is said there but that somebody helps. */
export function isNeutral(incident: Pick<Incident, 'place' | 'placeChosen'>): boolean {
  return isPublic(incident) && !incident.placeChosen;
}

/** Requests for help that still wait for an answer. */
export function waitingAsks(incident: Incident): readonly Ask[] {
  return incident.asks.filter((ask) => ask.state === 'asked');
}

/** Those who said that they can come in ten minutes. */
export function lateAsks(incident: Incident): readonly Ask[] {
  return incident.asks.filter((ask) => ask.state === 'later');
}

export function findAsk(incident: Incident, id: AskId): Ask | undefined {
  return incident.asks.find((ask) => ask.id === id);
}

export function findStep(incident: Incident, id: StepId): Step | undefined {
  return incident.steps.find((step) => step.id === id && step.state !== 'removed');
}

export function findQuestion(incident: Incident, id: QuestionId): ManagerQuestion | undefined {
  return incident.questions.find((question) => question.id === id);
}

/** The plan as people see it: removed steps are left out. */
export function plannedSteps(incident: Incident): readonly Step[] {
  return incident.steps.filter((step) => step.state !== 'removed');
}
