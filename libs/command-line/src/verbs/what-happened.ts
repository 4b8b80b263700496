import type { Performed } from '#simulation';
import { count } from '../report.js';

/** What a reader of a simulation looks for, and the commands that it is counted by. */
const HAPPENINGS = {
  disputes: ['DisputeGrade'],
  escalations: ['ResolveEscalation'],
  returns: ['ReturnAudit'],
  withdrawals: ['RequestWithdrawal'],
  absences: ['RecordAbsence'],
  reAudits: ['GradeReAudit'],
  calibrations: ['OpenSession'],
  reviewRounds: ['OpenRound'],
  samplesDrawn: ['DrawSample'],
} as const;
export type Happening = keyof typeof HAPPENINGS;

/** Counts of the accepted commands of a simulation by kind of happening; 0 where there was none. */
export const happenings = ({ byType }: Pick<Performed, 'byType'>): Readonly<Record<Happening, number>> => {
  const counted = Object.entries(HAPPENINGS).map(([happening, types]) => [
    happening,
    types.reduce((sum, type) => sum + (byType[type] ?? 0), 0),
  ]);
  return Object.fromEntries(counted) as Record<Happening, number>;
};

const WORDS: Readonly<Record<Happening, string>> = {
  disputes: 'disputes',
  escalations: 'escalations resolved',
  returns: 'audits returned',
  withdrawals: 'withdrawals asked for',
  absences: 'absences',
  reAudits: 're-audits',
  calibrations: 'calibration sessions',
  reviewRounds: 'review rounds',
  samplesDrawn: 'samples drawn',
};

/** The same in words. */
export const inWords = (happened: Readonly<Record<Happening, number>>): string =>
  Object.entries(happened)
    .map(([happening, n]) => `${count(n)} ${WORDS[happening as Happening]}`)
    .join(', ');
