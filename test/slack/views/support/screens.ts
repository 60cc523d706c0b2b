import type { ModalView } from '@slack/types';
import type { Reading } from '../../../../src/app/ports.ts';
import type { Playbook } from '../../../../src/domain/playbook.ts';
import { draftField } from '../../../../src/slack/draft-field.ts';
import { viewIds } from '../../../../src/slack/ids.ts';
import { bossWindow } from '../../../../src/slack/views/boss-window.ts';
import { answerQuestionWindow, askQuestionWindow } from '../../../../src/slack/views/manager-questions.ts';
import { openUpWindow } from '../../../../src/slack/views/open-up.ts';
import { draftSummaryWindow, partGivenWindow } from '../../../../src/slack/views/parts-windows.ts';
import { playbookWindow } from '../../../../src/slack/views/playbook-window.ts';
import { escalationScreen } from '../../../../src/slack/views/screens/escalation.ts';
import { fixScreen } from '../../../../src/slack/views/screens/fix.ts';
import { impactScreen, reachScreen } from '../../../../src/slack/views/screens/impact.ts';
import { reassuranceScreen } from '../../../../src/slack/views/screens/reassurance.ts';
import { questionSummaryWindow } from '../../../../src/slack/views/summary-review.ts';
import { tellOtherWindow } from '../../../../src/slack/views/tell-other.ts';
import { whoSeesWindow } from '../../../../src/slack/views/who-sees.ts';
import {
  changeStepWindow,
  chooseHelperWindow,
  handOffWindow,
  noteWindow,
  noticeWindow,
  openingWindow,
  questionStepWindow,
  resumeWindow,
  retryWindow,
  smallWindow,
  writeStepWindow,
} from '../../../../src/slack/views/windows.ts';
import { wordsFor } from '../../../../src/slack/words/words.ts';

export const words = wordsFor('en');
export const noManager = { manager: null, zone: null, paused: false };
export const mona = { manager: 'U_MONA', zone: 'Asia/Tokyo', paused: true };

/** With these fields of the first screen filled in and not sent. */
export function halfTyped(reading: Reading, fields: Readonly<Record<string, string | undefined>>): Reading {
  const drafts = new Map<string, string>();
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined) drafts.set(`screen_reassurance.${field}`, value);
  }
  return { ...reading, drafts };
}

/** The same with what stands in the fields of a window and is not sent. */
export function typingIn(
  reading: Reading,
  viewId: string,
  fields: Readonly<Record<string, string>>,
): Reading {
  const drafts = Object.entries(fields).map(([id, text]) => [draftField(viewId, id), text] as const);
  return { ...reading, drafts: new Map(drafts.filter(([, text]) => text !== '')) };
}

/** As everybody in a channel reads it: without a word of the person's. */
const forEverybody = (reading: Reading): Reading => ({
  ...reading,
  viewer: { ...reading.viewer, role: 'place' },
  words: new Map(),
});

/** Every screen and window that can be about this incident. */
export function everyView(
  reading: Reading,
  playbook: Playbook | null,
  typed: string,
): Readonly<Record<string, ModalView>> {
  const { incident } = reading;
  const [step] = incident.steps;
  const typing = (fields: Readonly<Record<string, string>>) => typingIn(reading, viewIds.escalation, fields);
  const [asked = { id: 'q1', words: 'asked', by: 'U_MONA', answer: null }] = incident.questions;
  const reference = { incident: incident.id, version: incident.version, step: 's1', words: incident.id };
  return {
    reassurance: reassuranceScreen(reading, words),
    'reassurance, half typed': reassuranceScreen(
      halfTyped(reading, { still_happening: 'yes', happened: typed }),
      words,
    ),
    impact: impactScreen(reading, words),
    reach: reachScreen(reading, words),
    escalation: escalationScreen(reading, mona, ['Mia', 'Ben'], words),
    'escalation, nobody known': escalationScreen(reading, noManager, [], words),
    'escalation, half typed': escalationScreen(
      typing({ summary_when: 'at', summary_text: typed, summary_at: '1' }),
      mona,
      [],
      words,
    ),
    'escalation, at a time for nobody': escalationScreen(
      typing({ summary_when: 'at' }),
      noManager,
      [],
      words,
    ),
    'escalation, another manager': escalationScreen(typing({ change_manager: 'yes' }), mona, [], words),
    'escalation, by oneself': escalationScreen(typing({ summary_when: 'myself' }), mona, [], words),
    'escalation, read first': escalationScreen(typing({ summary_when: 'after_helper' }), mona, [], words),
    'tell other': tellOtherWindow(incident, 'U_DORA', words),
    'question summary': questionSummaryWindow(reference, words),
    fix: fixScreen(reading, playbook, words),
    ...(playbook === null ? {} : { playbook: playbookWindow(playbook, words) }),
    'fix, no playbook': fixScreen(reading, null, words),
    opening: openingWindow(words),
    notice: noticeWindow(words.failures.rejection('incident_over'), words),
    resume: resumeWindow(incident, 'w1', words),
    small: smallWindow(incident, words),
    'ask question': askQuestionWindow(incident, words),
    'answer question': answerQuestionWindow(reading, asked, words),
    'copy for boss': bossWindow(reading, words),
    note: noteWindow(reading, words),
    'part given': partGivenWindow(reading, 'impact', incident.engineer, words),
    'draft summary': draftSummaryWindow(reading, ['Mia'], words),
    'write step': writeStepWindow(incident, words),
    'hand off': handOffWindow(incident, incident.engineer, words),
    'hand off, by a helper': handOffWindow(incident, 'U_MIA', words),
    'choose helper': chooseHelperWindow(reading, words),
    'who sees': whoSeesWindow(reading, words),
    'open up': openUpWindow(reading, null, words),
    'open up, previewed': openUpWindow(
      reading,
      { channel: 'C_OPEN', title: typed, everybody: forEverybody(reading) },
      words,
    ),
    retry: retryWindow(typed, words),
    'question step': questionStepWindow(reference, words),
    ...(step === undefined ? {} : { 'change step': changeStepWindow(reading, step, words) }),
  };
}
