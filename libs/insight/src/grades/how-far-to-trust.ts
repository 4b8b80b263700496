/** What is to be read beside a distribution of grades, for whoever prints it. */
export const HOW_FAR_TO_TRUST = [
  '`intervals`: what the lists would show, and 95 % intervals of the four grades, which hold together (Goodman), and of Good or better',
  '(Wilson). One `basis`, said in words as `method`: `finite-population` where the audits are a random sample of lists of known length,',
  '`no-limit` where a team, an area, or a cohort that is no stratum is asked for. Where strata were drawn with different chances each',
  'case counts by 1 over its chance (`weights`); where families are known each is one cluster (`families`). No number has another interval',
  'elsewhere: `goodOrBetter.interval95` is the same, and null (`noInterval`) where the share of the list is another than that of the sample.',
  'They cover sampling error only.',
  '',
  '`moderationAdjusted`: beside the final grades those that would be if every audit had been moderated, the difference in points,',
  'and how it was made: who was moderated for certain and by chance, what is missing, seed and replicates. Below the final',
  'grades it says that those are too kind. Whoever prints one prints the other. There is none of several cycles of which one was not',
  'moderated (`because` names it), and none of a part of the cases with fewer moderated audits than `made.fewest`.',
  '',
  'Each group has both as well; all groups have one basis.',
  '',
  'The stages `external` and `re-audit` have none of these.',
].join('\n');
