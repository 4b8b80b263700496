import type { CaseTelling } from './case-telling.js';

/** The guardian of the records gives a hold up months after it was set. */
export function releaseHold(telling: CaseTelling): void {
  const { world, texts, chance } = telling;
  const diary = telling.diary.beside(chance.of('hold'));
  diary.afterDays(chance.between(60, 90, 'released'));
  const [guardian] = world.directory.holding('caldicott-guardian');
  if (guardian === undefined) throw new Error('A simulation needs a guardian of the records');
  const reason = texts.say('What the record was kept for is over.');
  telling.addAt(diary.now, guardian, { type: 'ReleaseLegalHold', reasonCode: 'no-longer-needed', reason });
}
