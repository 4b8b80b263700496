import type { OpenCohort } from '../cohort.js';
import { codesOf, columnsOf, type Column } from '../template/template.js';
import type { SeededRandom } from './seeded-random.js';
import { dayMs, type ChildMaker, type SyntheticChild } from './synthetic-child.js';
import type { SyntheticCell } from './synthetic-workbook.js';

export type DraftRow = Map<string, SyntheticCell>;

const statusOf: Readonly<Record<OpenCohort, string>> = {
  'in-care': 'a) Looked after child',
  'child-protection': 'b) Child Protection plan',
  'care-experienced': 'e) Closed episode',
  'child-in-need': 'c) Child in need plan',
  assessment: 'd) Open assessment',
};

const closedOnly = new Set(['Reason for Closure', 'Reason Ceased to be Looked After']);
const closing = new Set([
  'CIN Closure Date',
  'Child Protection Plan End Date',
  'Date Ceased to be Looked After',
]);
const starts = new Set([
  'CIN Start Date',
  'Child Protection Plan Start Date',
  'Date Started to be Looked After',
]);

/** Writes rows of the eleven lists with the template's headings and codes. No value is about a real person. */
export class RowWriter {
  constructor(
    private readonly random: SeededRandom,
    private readonly asAt: Date,
    private readonly maker: ChildMaker,
  ) {}

  /** A row about the child; ended says that this list's own episode is over, whatever became of the child. */
  childRow(list: number, child: SyntheticChild, ended: Date | null = child.ended): DraftRow {
    return new Map(columnsOf(list).map((column) => [column.heading, this.valueOf(column, child, ended)]));
  }

  /** A row of list 11: adults, two to a family. */
  adopterRow(number: number): DraftRow {
    const row: DraftRow = new Map();
    const yearAgo = new Date(this.asAt.getTime() - 365 * dayMs);
    for (const { heading, type } of columnsOf(11)) {
      const far =
        heading.includes('matched') || heading.includes('leaving') || heading.includes('Adoption Order');
      if (type === 'category') row.set(heading, far ? null : this.random.pick(codesOf(heading)));
      else if (type === 'date') row.set(heading, far ? null : this.maker.between(yearAgo, this.asAt));
      else row.set(heading, null);
    }
    row.set('Individual adopter identifier', `A${1000 + number}`);
    return row.set('Family identifier', `F${500 + Math.floor(number / 2)}`);
  }

  private valueOf(column: Column, child: SyntheticChild, ended: Date | null): SyntheticCell {
    const { heading } = column;
    const fixed = this.fixedValues(child)[heading];
    if (fixed !== undefined) return fixed;
    if (closing.has(heading)) return ended;
    if (starts.has(heading)) return child.started;
    if (heading === 'Case Status') return ended ? 'e) Closed episode' : statusOf[child.cohort];
    if (heading === 'LA in Touch') return this.random.chance(0.92) ? 'a) Yes' : 'b) No';
    if (closedOnly.has(heading) && !ended) return null;
    switch (column.type) {
      case 'category':
        return this.random.pick(codesOf(heading));
      case 'numeric':
        return this.random.below(4);
      case 'date':
        return this.random.chance(0.1) ? null : this.maker.between(child.started, ended ?? this.asAt);
      case 'string':
        return heading === 'Placement postcode'
          ? `ZZ${1 + this.random.below(99)} ${this.random.below(10)}ZZ`
          : null;
    }
  }

  private fixedValues(child: SyntheticChild): Readonly<Record<string, SyntheticCell>> {
    return {
      'Child Unique ID': child.id,
      Gender: child.gender,
      Ethnicity: child.ethnicity,
      'Date of Birth': child.birth,
      'Age of Child (Years)': child.age,
      'Does the Child have a Disability': child.disability,
      'Allocated Team': child.team,
      'Allocated Worker': child.worker,
      'Allocated Personal Advisor': child.worker,
      'Organisation completing assessment': 'Early help hub',
    };
  }
}
