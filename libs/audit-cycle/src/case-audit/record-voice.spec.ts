import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { CHILD_HEARD, FAMILY_NOT_HEARD, IN_PROGRESS, by } from '../testing/an-audit.js';
import type { RecordVoice } from './commands.js';
import { caseAudit } from './decider.js';

const heard: RecordVoice = {
  type: 'RecordVoice',
  voice: 'child',
  obtained: true,
  text: 'I like my worker.',
};
const notHeard: RecordVoice = {
  type: 'RecordVoice',
  voice: 'family',
  obtained: false,
  reasonCode: 'declined',
};
const auditor = by('auditor');

describe('Recording a voice', () => {
  it('keeps what was said', () => {
    given(caseAudit, IN_PROGRESS).when(heard, auditor).then(CHILD_HEARD);
  });

  it('keeps why it was not obtained, with a text beside it if there is one', () => {
    given(caseAudit, IN_PROGRESS).when(notHeard, auditor).then(FAMILY_NOT_HEARD);
    given(caseAudit, IN_PROGRESS)
      .when({ ...notHeard, text: 'Asked twice.' }, auditor)
      .then({ ...FAMILY_NOT_HEARD, narrative: { text: 'Asked twice.' } });
  });

  it('refuses a voice that was obtained without saying anything', () => {
    given(caseAudit, IN_PROGRESS)
      .when({ ...heard, text: ' \n' }, auditor)
      .thenRefused('voice-text-missing');
  });

  it('refuses a voice that was not obtained for no reason', () => {
    const { reasonCode: _, ...withoutReason } = notHeard;
    given(caseAudit, IN_PROGRESS).when(withoutReason, auditor).thenRefused('voice-reason-missing');
  });

  it('refuses a reason that is none of the list', () => {
    for (const reasonCode of ['Jo ran away', 'asleep', '', 'toString']) {
      const withReason = { ...notHeard, reasonCode: reasonCode as 'declined' };
      given(caseAudit, IN_PROGRESS).when(withReason, auditor).thenRefused('unknown-reason');
    }
  });

  it('refuses a voice that was obtained and has a reason for not being obtained', () => {
    given(caseAudit, IN_PROGRESS)
      .when({ ...heard, reasonCode: 'on-leave' }, auditor)
      .thenRefused('voice-contradicts');
  });

  it('is for the auditor alone', () => {
    given(caseAudit, IN_PROGRESS).when(heard, by('worker')).thenRefused('not-the-auditor');
  });
});

describe('Consent to quote', () => {
  const heard = { type: 'RecordVoice', voice: 'child', obtained: true, text: 'I like my worker.' } as const;

  it.each([true, false])('is kept as it was given: %s', (consentToQuote) => {
    given(caseAudit, IN_PROGRESS)
      .when({ ...heard, consentToQuote }, by('auditor'))
      .then({ ...CHILD_HEARD, facts: { ...CHILD_HEARD.facts, consentToQuote } });
  });

  it('is nothing that somebody who was not heard can give', () => {
    given(caseAudit, IN_PROGRESS)
      .when(
        {
          type: 'RecordVoice',
          voice: 'child',
          obtained: false,
          reasonCode: 'declined',
          consentToQuote: true,
        },
        by('auditor'),
      )
      .thenRefused('voice-contradicts');
  });
});
