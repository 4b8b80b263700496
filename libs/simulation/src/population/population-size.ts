/** Open cases by what kind of work they are. */
export interface PopulationSize {
  readonly childInNeed: number;
  readonly childProtection: number;
  readonly inCare: number;
  readonly careExperienced: number;
}

/** An authority of middling size: 2,503 open cases, from which 200 are audited in two months. */
export const MIDDLING: PopulationSize = {
  childInNeed: 1214,
  childProtection: 352,
  inCare: 495,
  careExperienced: 442,
};

const CASES_OF_MIDDLING = 200;

/** As many for each case that is audited as in an authority of middling size. */
export const populationFor = (cases: number): PopulationSize => {
  const scaled = (count: number): number => Math.max(2, Math.round((count * cases) / CASES_OF_MIDDLING));
  return {
    childInNeed: scaled(MIDDLING.childInNeed),
    childProtection: scaled(MIDDLING.childProtection),
    inCare: scaled(MIDDLING.inCare),
    careExperienced: scaled(MIDDLING.careExperienced),
  };
};
