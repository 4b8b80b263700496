import type { Command } from 'commander';
import type { End } from './end.js';
import type { Surroundings } from './touchstone.js';
import { checkStatistics } from './verbs/statistics/check-statistics.js';

/** What is understood after `touchstone statistics`. */
export function statisticsVerb(touchstone: Command, around: Surroundings, end: End): void {
  touchstone
    .command('statistics')
    .description('The figures that Touchstone computes, and whether they can be trusted')
    .command('check')
    .argument('<file>', 'worked values, a JSON file; docs/statistics.md says how one is written')
    .description('Compute every worked value of a file and say which come out')
    .option('--json', 'one JSON document', false)
    .action((file: string, options: { json: boolean }) => end(checkStatistics(around, file, options)));
}
