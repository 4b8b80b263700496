import { DEFAULT_POLICY, type Policy } from '#audit-cycle';
import { versionsTable } from './versions-table.js';
import type { TableFold, ViewEventNamed } from './view.js';

/** What is asked of the policy that an authority goes by where no cycle has a copy of its own. */
export interface AdoptedPolicy {
  readonly id: string;
  /** Parts of the service and their teams. */
  readonly areas: Policy['areas'];
  /** An open action is due soon from so many working days before its due date. */
  readonly dueSoonWorkingDays: number;
}

const adopted = ({ stream, facts }: ViewEventNamed<'PolicyAdopted'>): AdoptedPolicy => ({
  id: stream.id,
  areas: facts.policy.areas,
  dueSoonWorkingDays: facts.policy.actions.dueSoonWorkingDays,
});

/** The policy that was adopted last, in the view itself, so that it is known at its position. */
export const adoptedPolicies = (table: string): TableFold<AdoptedPolicy> =>
  versionsTable(table, 'policy', 'PolicyAdopted', adopted, {
    PolicyAdopted: (_before, event) => adopted(event),
  });

/** What holds where none was adopted yet is what the product comes with. */
export const policyOf = (row: AdoptedPolicy | undefined): Omit<AdoptedPolicy, 'id'> =>
  row ?? { areas: DEFAULT_POLICY.areas, dueSoonWorkingDays: DEFAULT_POLICY.actions.dueSoonWorkingDays };
