import type { PopulationOf } from '#audit-cycle';
import type { Cohort } from '../cohort.js';

/** A list whose rows make a population of children. */
export interface ChildList {
  /** Null: every row decides for itself by its case status. */
  readonly cohort: Cohort | null;
  /** A date here means that the case is closed. */
  readonly closedBy: string | null;
  /** The day of the event that the row is about; null in a list of cases. */
  readonly happenedOn: string | null;
  /** Without these headings nobody can tell which rows belong to the population. */
  readonly essential: readonly string[];
}

export type ChildLists = ReadonlyMap<number, ChildList>;

export const childId = 'Child Unique ID';
export const caseStatus = 'Case Status';
export const inTouch = 'LA in Touch';

const cases = (
  cohort: Cohort | null,
  closedBy: string | null,
  ...essential: readonly string[]
): ChildList => ({
  cohort,
  closedBy,
  happenedOn: null,
  essential: [childId, ...(closedBy === null ? [] : [closedBy]), ...essential],
});

const events = (cohort: Cohort, happenedOn: string): ChildList => ({
  cohort,
  closedBy: null,
  happenedOn,
  essential: [childId, happenedOn],
});

const inNeed = cases(null, 'CIN Closure Date', caseStatus);
const onPlan = cases('child-protection', 'Child Protection Plan End Date');
const inCare = cases('in-care', 'Date Ceased to be Looked After');
const careExperienced = cases('care-experienced', null);

/** From which lists each kind of population is made, and how their rows are read. */
export const listsOf: Readonly<Record<PopulationOf, ChildLists>> = {
  'open-cases': new Map([
    [6, inNeed],
    [7, onPlan],
    [8, inCare],
    [9, careExperienced],
  ]),
  closures: new Map([
    [6, inNeed],
    [7, onPlan],
    [8, inCare],
  ]),
  contacts: new Map([[1, events('contact', 'Date of Contact')]]),
  'early-help': new Map([[2, events('early-help', 'Assessment start date')]]),
  referrals: new Map([[3, events('contact', 'Date of referral')]]),
  assessments: new Map([[4, events('assessment', 'Continuous Assessment Start Date')]]),
  enquiries: new Map([
    [5, events('assessment', 'Strategy discussion initiating Section 47 Enquiry Start Date')],
  ]),
};

export const adultList = 11;
