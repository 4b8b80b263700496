import type { ActionPriority, Grade } from '#audit-cycle';
import type { Chance } from '../chance.js';

const HOW_MANY: Readonly<Record<Grade, readonly number[]>> = {
  outstanding: [0, 0, 1],
  good: [0, 0, 0, 1, 1, 1, 2],
  'requires-improvement': [1, 1, 2, 2, 3],
  inadequate: [2, 3],
};

const PRIORITIES: Readonly<Record<Grade, readonly ActionPriority[]>> = {
  outstanding: ['low'],
  good: ['low', 'low', 'medium'],
  'requires-improvement': ['medium', 'medium', 'high', 'low'],
  inadequate: ['urgent', 'high', 'high'],
};

/** How many actions an auditor sets for a case of that grade. */
export const actionsFor = (grade: Grade, chance: Chance): number => chance.pick(HOW_MANY[grade], 'actions');

/** The worse the case, the more urgent what is to be done. */
export const priorityFor = (grade: Grade, chance: Chance): ActionPriority =>
  chance.pick(PRIORITIES[grade], 'priority');
