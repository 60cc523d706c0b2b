import type { Screen } from '../../../domain/phases.ts';
import { listed } from './people.ts';

const names: Record<Screen, string> = {
  reassurance: 'what happened, and whether it goes on',
  impact: 'what is affected, and how',
  reach: 'who notices it, and how far it reaches',
  escalation: 'a first version of the message to their manager',
  fix: 'the steps of the plan',
};

/** *I can't do this part*. */
export const parts = {
  cannotDo: 'I can’t do this part',
  title: 'Somebody else does this',
  given: (people: readonly string[]) =>
    `That is all right. I have asked ${listed(people)} to do this part. You can close this window.`,
  waiting: (people: readonly string[]) =>
    `That is all right. I have asked ${listed(people)} to come. Whoever comes does this part. You can close this window.`,
  nobody: 'That is all right. I do not know yet whom to ask for you. Who should I ask?',
  kept: 'What you typed is kept.',
  backToIt: 'Back to this part',
  preview: 'Oops: somebody would like you to do one part.',
  asked: (person: string, screen: Screen, name: string) =>
    `*${person} would like you to do this part* · ${name}\n${names[screen]}.`,
  staysTheirs: 'They read what you write, change what they like, and send it themselves.',
  done: 'This part is done. Thank you.',
  draftTitle: 'A first version',
  draftText: (person: string) =>
    `${person} finds this hard to write just now. Please write a first version for their manager.`,
  draftHint: (person: string) => `${person} reads it, changes it, and sends it. Please blame nobody in it.`,
  draftSave: 'Give it to them',
  draftEmpty: 'Write a sentence first. It can be short.',
  drafted: (person: string) =>
    `${person} has written a first version for your manager. Please read it. Only you can send it.`,
  draftBy: (person: string) => `*${person} wrote this first version for you:*`,
  previewDrafted: 'Oops: something is ready for you to read.',
};
