import { atTheHead } from './defects/at-the-head.js';
import type { Defect } from './defects/defect.js';
import { inBetween } from './defects/in-between.js';
import { inTheDatabase } from './defects/in-the-database.js';

/** What is known to be found. docs/chaos.md has the table. */
export const DEFECTS: readonly Defect[] = [...inTheDatabase, ...atTheHead, ...inBetween];
