import type {
  AboutCycle,
  ActionCompletion,
  CycleProgress,
  GradingDistribution,
  ProgressFigure,
} from '#views';

/** Figures of a cycle as the API answers them: whose they are, the figures, and what they tell of. */
type OfCycle<Figures> = { readonly id: string; readonly title: string } & Figures &
  Pick<AboutCycle, 'position' | 'asOf'>;

export type DistributionAnswer = OfCycle<
  Omit<GradingDistribution, keyof AboutCycle | 'missing' | 'withdrawals'>
>;
export type MissingAnswer = OfCycle<
  Pick<GradingDistribution, 'total' | 'graded' | 'withdrawn' | 'stage' | 'missing' | 'withdrawals'>
>;
export type CompletionAnswer = OfCycle<Omit<ActionCompletion, keyof AboutCycle>>;
export type ProgressAnswer = OfCycle<Pick<CycleProgress['cycle'], 'status'> & ProgressFigure>;

/** The distribution without the reasons of what is missing, which have an address of their own. */
export function presentDistribution(distribution: GradingDistribution): DistributionAnswer {
  const { cycle, position, asOf, missing: _missing, withdrawals: _withdrawals, ...figures } = distribution;
  return { id: cycle.id, title: cycle.title, ...figures, position, asOf };
}

/** Why audits have no grade at the stage, and why audits were withdrawn. */
export function presentMissing(distribution: GradingDistribution): MissingAnswer {
  const { cycle, position, asOf, total, graded, withdrawn, stage, missing, withdrawals } = distribution;
  const figures = { total, graded, withdrawn, stage, missing, withdrawals };
  return { id: cycle.id, title: cycle.title, ...figures, position, asOf };
}

export function presentCompletion({ cycle, position, asOf, ...figures }: ActionCompletion): CompletionAnswer {
  return { id: cycle.id, title: cycle.title, ...figures, position, asOf };
}

export function presentProgress({ cycle, position, asOf, ...figures }: CycleProgress): ProgressAnswer {
  return { id: cycle.id, title: cycle.title, status: cycle.status, ...figures, position, asOf };
}
