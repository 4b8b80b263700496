import type { Period } from '#audit-cycle';
import type { Happened, Watcher } from './history.js';

interface Known {
  /** By definition, series and last day: numerator over denominator, in percent. */
  readonly figures: Map<string, number>;
  readonly periods: Set<string>;
  /** By version of the definition. */
  readonly lowerIsBetter: boolean[];
  review: string | null;
}

interface Placed {
  readonly definition: number;
  readonly series: string;
  readonly period: Period;
}

const placeOf = ({ definition, series, period }: Placed): string => `${definition} ${series} ${period.to}`;
const daysOf = ({ from, to }: Period): string => `${from} to ${to}`;

/** What is called red is red, no figure takes the place of another without a reason, and one review at a time waits for a surgery. */
export class Measures implements Watcher {
  readonly findings: string[] = [];
  private readonly known = new Map<string, Known>();

  see(event: Happened): void {
    const { type, facts, id } = event;
    if (type === 'MeasureDefined')
      this.known.set(id, { figures: new Map(), periods: new Set(), lowerIsBetter: [], review: null });
    const measure = this.known.get(id);
    if (measure === undefined) return;
    if (type === 'MeasureDefined' || type === 'MeasureRedefined')
      measure.lowerIsBetter.push(facts.definition.polarity === 'lower-is-better');
    if (type === 'MeasureReported') {
      if (measure.figures.has(placeOf(facts)) !== (facts.correction !== null))
        this.found(id, 'a figure was replaced without a reason, or is a correction of nothing');
      measure.figures.set(placeOf(facts), (100 * facts.numerator!) / facts.denominator!);
      measure.periods.add(daysOf(facts.period));
    }
    if (type === 'ThresholdBreached') {
      const below = Number(facts.minimum) - measure.figures.get(placeOf(facts))!;
      const short = measure.lowerIsBetter[facts.definition - 1] === true ? -below : below;
      if (!(short > 0)) this.found(id, 'a figure is called worse than its minimum and is not');
    }
    if (type === 'ReviewRequested') {
      if (measure.review !== null) this.found(id, 'a review was asked for while another waits');
      measure.review = daysOf(facts.period);
    }
    if (type !== 'SurgeryHeld') return;
    if (!measure.periods.has(daysOf(facts.period)))
      this.found(id, 'a surgery looked into a figure that there is not');
    if (facts.reviewRequested === null) return;
    if (daysOf(facts.reviewRequested.period) !== measure.review)
      this.found(id, 'a surgery answered a review that does not wait');
    measure.review = null;
  }

  private found(measure: string, what: string): void {
    this.findings.push(`measure ${measure}: ${what}`);
  }
}
