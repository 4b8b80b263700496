/** What is to be read beside a distribution of grades, for whoever prints it. */
export const HOW_FAR_TO_TRUST = [
  '`intervals`: 95 % intervals of the four grades, which hold together (Goodman), and of Good or better (Wilson). All have one',
  '`basis`: `finite-population` where the audits are a random sample of lists of known length, `no-limit` where a team, an area,',
  'or a cohort that is no stratum is asked for. They cover sampling error only.',
  '',
  '`weighted`: where strata were drawn with different chances, what the lists would show, each case counted by 1 over its chance.',
  '',
  '`families`: Good or better with an interval for children of one family being graded alike, as far as families are known.',
  '',
  '`moderationAdjusted`: beside the final grades those that would be if every audit had been moderated, the difference in points (of both weighted alike),',
  'and how it was made: who was moderated for certain and by chance, what is missing, seed and replicates. Below the final',
  'grades it says that those are too kind. Whoever prints one prints the other.',
  '',
  'The stages `external` and `re-audit` have none of these.',
].join('\n');
