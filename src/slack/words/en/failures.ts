import type { RejectionCode } from '../../../domain/decision.ts';

const rejections: Record<RejectionCode, string> = {
  not_allowed: 'Only the people in this incident can do that. If you need help yourself, type /oops.',
  incident_over: 'This incident is over, so nothing was changed. Type /oops if you need help again.',
  no_such_ask: 'This request was for somebody else, so nothing was changed.',
  no_such_step: 'This step is not in the plan any more. Nothing was changed.',
  own_step: 'A second person has to check this step, because you wrote it. Nothing was changed.',
  step_changed: 'This step was written anew after you saw it. Please read the new version first.',
  step_waits: 'This step waits for a second person, so it was not started.',
  step_not_movable: 'This step is further along by now. Nothing was changed.',
  helper_is_manager:
    'This is their manager. Whether a manager reads what was written here is for the person themselves to choose.',
  hand_off_to_oneself: 'That is you. Please choose somebody else.',
  no_such_owner: 'I do not know the owner of this service any more, so nobody was asked.',
  somebody_is_there: 'Somebody is with them already. Thank you for coming.',
  hand_off_not_here: 'Only somebody who is with them can hand over. You do not have to do anything.',
  answered_meanwhile:
    'Somebody else answered this a moment ago, so nothing was changed. Close this window and press Continue to see it.',
  helper_is_engineer: 'That is you. Please choose somebody who can be with you.',
  manager_is_engineer: 'That is you. Please choose your manager.',
  time_is_past: 'This time has passed. Please choose one that is still to come.',
  not_relayed: 'I cannot pass this on any more. Type /oops if you need help.',
  already_told_manager: 'Your summary is on its way already, so it stays as it is.',
  summary_changed:
    'This summary was written anew after you saw it, so nothing was sent. Please read the new version.',
  no_such_question: 'I cannot find this question any more, so nothing was sent.',
  already_answered: 'You have answered this already, so nothing was sent. You can write to them directly.',
};

export const failures = {
  rejection: (code: RejectionCode) => rejections[code],
  noSuchIncident: 'I cannot find this incident any more. Type /oops if you need help.',
  noSuchPlaybook: 'This playbook is not here any more. Everything else is as it was.',
  guest: 'I can only answer people of this workspace here. Please ask the person who invited you.',
  notAPerson: 'That is an app, not a person. Please choose a person.',
  deactivated: 'This account is not active any more. Please choose somebody else.',
  outsider:
    'This person is a guest or from another organisation, and must not see this. Please choose somebody else.',
  stepEmpty: 'Write the step first, or close this window.',
  questionEmpty: 'Write your question first, or close this window.',
  answerEmpty: 'Write your answer first, or close this window. “I don’t know yet” is an answer, too.',
  noteEmpty: 'Write something first, or close this window.',
  summaryEmpty: 'Write a sentence first. It can be short.',
  chooseManager: 'Please choose your manager.',
  chooseTime: 'Please choose the time.',
  screenDidNotOpen:
    'I have it, but the window did not open. Please go on with the buttons under my message to you.',
  windowDidNotOpen: 'The window did not open in time. Please press the button again.',
  notRedrawn: 'It is done, but this window still shows what was before. Please close it and open it again.',
  notSaved: 'I could not save this just now. Nothing is lost: please press the button again.',
  commandNotSaved: 'I could not save this just now. Please send it again.',
  youWrote: 'This is what you wrote:',
  broken: (reference: string) =>
    `Something in Oops failed. It was nothing you did. Please try again. If it happens again, show this to whoever runs Oops: ${reference}.`,
  notUnderstood: (reference: string) =>
    `I could not read what Slack sent me, so nothing was changed. Please try again (${reference}).`,
};
