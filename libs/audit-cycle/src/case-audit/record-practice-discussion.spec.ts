import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { DISCUSSED, IN_PROGRESS, by } from '../testing/an-audit.js';
import type { RecordPracticeDiscussion } from './commands.js';
import { caseAudit } from './decider.js';

const held: RecordPracticeDiscussion = {
  type: 'RecordPracticeDiscussion',
  held: true,
  on: '2026-04-10',
  with: ['worker'],
};
const notHeld: RecordPracticeDiscussion = {
  type: 'RecordPracticeDiscussion',
  held: false,
  with: [],
  reasonCode: 'worker-on-leave',
};
const auditor = by('auditor');
const inProgress = given(caseAudit, IN_PROGRESS);

describe('Recording the practice discussion', () => {
  it('keeps the day and the people', () => {
    inProgress.when(held, auditor).then(DISCUSSED);
  });

  it('keeps the notes apart from the facts', () => {
    inProgress
      .when({ ...held, notes: 'We agreed.' }, auditor)
      .then({ ...DISCUSSED, narrative: { notes: 'We agreed.' } });
  });

  it('keeps why it was not held', () => {
    inProgress.when(notHeld, auditor).then({
      type: 'PracticeDiscussionHeld',
      facts: { held: false, on: null, with: [], reasonCode: 'worker-on-leave' },
      narrative: null,
    });
  });

  it('refuses a discussion on no day or with nobody', () => {
    const { on: _, ...onNoDay } = held;
    inProgress.when(onNoDay, auditor).thenRefused('discussion-incomplete');
    inProgress.when({ ...held, with: [] }, auditor).thenRefused('discussion-incomplete');
  });

  it('refuses a discussion with somebody who never joined, and takes one with somebody who has left', () => {
    inProgress
      .when({ ...held, with: ['worker', 'stranger'] }, auditor)
      .thenRefused('unknown-person', { unknown: ['stranger'] });
    inProgress
      .when({ ...held, with: ['leaver'] }, auditor)
      .then({ ...DISCUSSED, facts: { ...DISCUSSED.facts, with: ['leaver'] } });
  });

  it('needs the people looked up, as not knowing is a mistake of the program', () => {
    expect(() => inProgress.when({ ...held, with: ['nobody'] }, auditor)).toThrow('Not looked up: nobody');
  });

  it('refuses a discussion that is still to come, and takes one of today', () => {
    inProgress.when({ ...held, on: '2026-04-14' }, auditor).thenRefused('in-the-future');
    inProgress
      .when({ ...held, on: '2026-04-13' }, auditor)
      .then({ ...DISCUSSED, facts: { ...DISCUSSED.facts, on: '2026-04-13' } });
  });

  it('refuses what is no date', () => {
    inProgress.when({ ...held, on: '2026-02-30' }, auditor).thenRefused('not-a-date');
  });

  it('refuses a discussion that was not held for no reason, or for one that is not a code', () => {
    const { reasonCode: _, ...withoutReason } = notHeld;
    inProgress.when(withoutReason, auditor).thenRefused('discussion-reason-missing');
    inProgress.when({ ...notHeld, reasonCode: 'Ann was ill' }, auditor).thenRefused('code-malformed');
  });

  it('refuses a discussion that was held and not held at once', () => {
    inProgress
      .when({ ...held, reasonCode: 'worker-on-leave' }, auditor)
      .thenRefused('discussion-contradicts');
    inProgress.when({ ...notHeld, on: '2026-04-10' }, auditor).thenRefused('discussion-contradicts');
    inProgress.when({ ...notHeld, with: ['worker'] }, auditor).thenRefused('discussion-contradicts');
  });

  it('is for the auditor alone', () => {
    inProgress.when(held, by('manager')).thenRefused('not-the-auditor');
  });
});
