import type { Phase } from '../../../domain/phases.ts';
import type { Severity, SeverityReason } from '../../../domain/severity.ts';

const phaseNames: Record<Phase, string> = {
  reassurance: 'Reassurance',
  impact: 'Impact',
  escalation: 'Escalation',
  fix: 'Fix',
};

const severityNames: Record<Severity, string> = {
  SEV1: 'SEV1',
  SEV2: 'SEV2',
  SEV3: 'SEV3',
  SEV4: 'SEV4',
  unknown: 'Severity not known yet',
};

const severityMeanings: Record<Severity, string> = {
  SEV1: 'SEV1: very serious',
  SEV2: 'SEV2: serious',
  SEV3: 'SEV3: limited',
  SEV4: 'SEV4: small',
  unknown: 'I don’t know',
};

const severityReasons: Record<SeverityReason, string> = {
  sensitive_exposed: 'sensitive data is exposed or went to the wrong people',
  exposed: 'data is exposed',
  wrong_recipients: 'something went to the wrong people',
  data_lost: 'data was lost',
  data_lost_customers: 'data was lost, and customers or sensitive data are affected',
  data_wrong: 'data is wrong',
  unavailable_customers: 'customers cannot use something',
  unavailable: 'something is unavailable inside the company',
  slow_customers: 'customers notice that it is slow',
  slow: 'something is slow',
  sensitive: 'personal data, customer data, money or safety could be involved',
  spreading: 'it can get worse by itself',
  nobody_notices: 'nobody notices it and nothing is lost',
  not_known_yet: 'not everything is known yet; until then it is treated as serious',
  chosen_by_person: 'one of you chose it',
};

export const common = {
  incidentName: (number: number) => `OOPS-${number}`,
  phase: (phase: Phase) => phaseNames[phase],
  severity: (level: Severity) => severityNames[level],
  severityMeaning: (level: Severity) => severityMeanings[level],
  severityReason: (reason: SeverityReason) => severityReasons[reason],
  yes: 'Yes',
  no: 'No',
  dontKnow: 'I don’t know',
  next: 'Next',
  back: 'Back',
  close: 'Close for now',
  save: 'Save',
  continue: 'Continue',
  stopFirst:
    '*Stop first.* If you started it and know how to stop it safely, stop it. Start nothing new. Fixing waits for a plan.',
};
