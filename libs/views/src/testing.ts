export { attackOnPublished, type FoundOut } from './testing/attack-on-published.js';
export { cycleOf35 } from './testing/cycle-of-35.js';
export { foldAll } from './testing/fold-all.js';
export { gradedAudit } from './testing/graded-audit.js';
export { ANOTHER_PERSON, History, idOf, PERSON } from './testing/history.js';
export { scorecardOfMarch2023 } from './testing/published-scorecards.js';
export { interleaved, longHistory, randomHistory } from './testing/random-history.js';
export * from './testing/sample-facts.js';
