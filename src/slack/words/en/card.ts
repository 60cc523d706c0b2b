import type { PlaceMovedWhy } from '../../../domain/effects.ts';
import type { Status } from '../../../domain/incident.ts';
import type { Screen } from '../../../domain/phases.ts';
import { listed, listedAre } from './people.ts';

const statusNames: Record<Status, string> = {
  open: 'Open',
  mitigated: 'Mitigated',
  resolved: 'Over',
  reviewed: 'Reviewed',
  dismissed: 'It turned out fine',
};

const movedWhy: Record<PlaceMovedWhy, (channel: string) => string> = {
  refused: (channel) => `I cannot write in ${channel}, so this goes on here, in private.`,
  shared: (channel) =>
    `People from another organisation can read ${channel} now, so this goes on here, in private.`,
  chosen: (channel) => `This goes on here, in private. In ${channel} one line stays that says nothing of it.`,
};

const nextSteps: Record<Screen, string> = {
  reassurance: 'say in one sentence what happened. About 1 minute.',
  impact: 'say what is affected. About 1 minute.',
  reach: 'three short questions on how far it reaches. About 1 minute.',
  escalation: 'tell your manager, in your own words. About 2 minutes.',
  fix: 'make a plan, one step at a time.',
};

export const card = {
  preview: 'Oops: your incident has news.',
  previewUnconfirmed: 'Oops: do you want a person to help you?',
  status: (status: Status) => statusNames[status],
  done: (phase: string) => `☑ ${phase}`,
  now: (phase: string) => `▸ *${phase}*`,
  later: (phase: string) => `☐ ${phase}`,
  withYou: (people: readonly string[]) => `*With you:* ${listed(people)}`,
  askedUntil: (person: string, time: string) => `${person} (has until ${time} to answer)`,
  askedPaused: (person: string) => `${person} (notifications are off)`,
  askedLater: (person: string, time: string) => `${person} (can come at ${time})`,
  keyboard: (person: string) => `*At the keyboard:* ${person}`,
  waitingFor: (people: readonly string[]) => `*Asked:* ${listed(people)}`,
  nobodyAsked: '*Asked:* nobody yet',
  nobodyLeft: '*Asked:* everybody I know of. Please choose somebody.',
  managerNotTold: '*Manager:* not told yet',
  managerAt: (person: string, time: string) => `*Manager:* ${person} will be told ${time}`,
  managerMyself: (engineer: string, person: string) => `*Manager:* ${engineer} will tell ${person}`,
  managerMyselfUntil: (engineer: string, person: string, time: string) =>
    `*Manager:* ${engineer} will tell ${person}. If not by ${time}, I will send the facts.`,
  managerAfterHelper: (person: string) =>
    `*Manager:* the summary to ${person} waits until somebody who helps has read it`,
  managerToldByEngineer: (engineer: string, person: string) => `*Manager:* ${engineer} has told ${person}`,
  managerOnItsWay: (person: string) => `*Manager:* the summary to ${person} is on its way`,
  managerTold: (person: string) => `*Manager:* ${person} has been told`,
  managerToldPaused: (person: string) => `*Manager:* ${person} has the summary; their notifications are off`,
  managerSeen: (person: string) => `*Manager:* ${person} has read it`,
  managerNotReached: (person: string) => `*Manager:* I could not reach ${person}`,
  nextStill: '*Next:* say whether it is still happening. About 1 minute.',
  next: (screen: Screen) => `*Next:* ${nextSteps[screen]}`,
  nextSmall: '*Next:* nothing more to fill in. When it is done, press “It’s over”.',
  nextStep: '*Next:* go on with the plan, one step at a time.',
  nextOver: '*Next:* if it is over, press “It’s over”. If not, add a step.',
  others: (count: number) =>
    count === 1 ? '1 other person wrote about it' : `${count} others wrote about it`,
  notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  steps: (done: number, all: number) => `*Plan:* ${done} of ${all} steps done`,
  stepWaiting: (count: number) =>
    count === 1 ? '1 step waits for a second person' : `${count} steps wait for a second person`,
  ofThread: (person: string) => `Help for ${person}`,
  buttons: {
    needPerson: 'I need a person now',
    addNote: 'Add a note',
    itsOver: 'It’s over',
    fine: 'It turned out fine',
    yesHelp: 'Yes, get me a person',
    reopen: 'Open it again',
    iHaveTold: 'I have told them',
    itsNothing: 'It’s nothing',
  },
  unconfirmed: (person: string, time: string) =>
    `${person}, if something has gone wrong, I can get a person to help you now. If I hear nothing by ${time}, I will ask somebody for you.`,
  here: 'I’m here. If you want a person with you, I can ask somebody now. Nobody has been asked yet.',
  moved: (why: PlaceMovedWhy, channel: string) => movedWhy[why](channel),
  neutral: (person: string, help: string) => `${person} asked for help. ${help}`,
  neutralWith: (people: readonly string[]) => `${listedAre(people)} with them.`,
  neutralAsked: (people: readonly string[]) => `I have asked ${listed(people)}.`,
  neutralLooking: 'I am looking for somebody.',
  neutralOver: (person: string) => `${person} asked for help. That is over now.`,
  looking: '*Asked:* I am looking for somebody.',
  takenBack: 'This message was taken back.',
  fineLine: (name: string) => `${name} · It turned out fine. Asking was right.`,
  overLine: (name: string, time: string) => `*${name}* · Over since ${time}`,
};
