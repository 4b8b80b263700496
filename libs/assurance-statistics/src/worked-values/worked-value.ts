/** One published or independently computed answer that the library must reproduce, as a file of worked values holds it. */
export interface WorkedValue {
  /** Unlike every other of its file. */
  readonly id: string;
  /** Which figure is asked for, by the name under which it is registered: `cohen_kappa`, `wilson`, ... */
  readonly statistic: string;
  /** How it is to be computed: weights, scale, confidence. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What it is computed from: counts, a table, ratings. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The answer, member by member. What is not named here is not compared. */
  readonly expected: Readonly<Record<string, unknown>>;
  /** How far each number may lie off its expected value, at the most; in the unit of the number. */
  readonly tolerance: number;
  /** Where the value comes from, in words. */
  readonly source?: string;
}
