import type { IsoDate } from '#audit-cycle';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { begin, gradeSections } from './answering.js';
import type { CaseTelling } from './case-telling.js';
import type { Fate } from './fate.js';
import { releaseHold } from './legal-hold.js';

/** The case leaves the sample; answers with the day where another is drawn in its place. */
export function withdraw(
  telling: CaseTelling,
  { reasonCode, afterGrading, replace }: Extract<Fate, { kind: 'withdrawn' }>,
): IsoDate | null {
  const { diary, chance, texts } = telling;
  if (afterGrading) {
    begin(telling);
    gradeSections(telling, 0, 4);
  }
  diary.afterDays(chance.between(1, 3, 'withdrawn'));
  const reason = texts.say('The record should not have been in the sample.');
  telling.lead({ type: 'RequestWithdrawal', reasonCode, reason, replace });
  if (afterGrading && reasonCode !== 'child-died') {
    diary.afterDays(chance.between(1, 2, 'approved'));
    telling.add(whoMayApprove(telling), { type: 'ApproveWithdrawal' });
  }
  const endsOn = diary.today;
  if (reasonCode === 'child-died') releaseHold(telling);
  return replace ? endsOn : null;
}

/** It is asked for and declined, and the audit goes on. */
export function askToWithdraw(telling: CaseTelling): void {
  if (telling.departure !== 'withdrawal-declined') return;
  const { diary, texts } = telling;
  diary.afterMinutes(30);
  const doubt = texts.say('It looks like a second record of the same child.');
  telling.lead({
    type: 'RequestWithdrawal',
    reasonCode: 'duplicate-record',
    reason: doubt,
    replace: false,
  });
  diary.afterDays(1);
  const reason = texts.say('It is another child of the same name.');
  telling.add(whoMayApprove(telling), { type: 'DeclineWithdrawal', reasonCode: 'another-child', reason });
}

function whoMayApprove({ world, diary, about, auditor, chance }: CaseTelling): MadeUpPerson {
  const span = { from: diary.today, to: about.closes };
  const outside = (['service-leader', 'caldicott-guardian'] as const).flatMap((role) =>
    world.directory.free(role, about.subject, span, [auditor.id]),
  );
  return chance.pick(outside, 'approver');
}
