import type { Cohort, CorrectionMade, TeamName } from '#audit-cycle';

/** What a correction changes of what figures are grouped by: an audit counts where it belongs, as soon as that is known. */
export function correctedGroup({
  field,
  to,
}: CorrectionMade['facts']): { readonly cohort: Cohort } | { readonly team: TeamName | null } | null {
  switch (field) {
    case 'cohort':
      // A correction of the cohort always names one.
      return { cohort: to as Cohort };
    case 'team':
      return { team: to };
    case 'worker':
      return null;
  }
}
