import { Option, type Command } from 'commander';
import { POPULATIONS } from '#audit-cycle';
import { authorityCode, uuid } from './arguments.js';
import type { End } from './end.js';
import { opened } from './opened.js';
import type { Surroundings } from './touchstone.js';
import { importPopulation, readPopulation, type ImportOptions } from './verbs/import.js';

/** What is understood after `touchstone import`. */
export function importVerb(touchstone: Command, around: Surroundings, end: End): void {
  touchstone
    .command('import')
    .argument('<file>', 'Annex A: a workbook, a zip with a csv per list, or one merged csv')
    .description('Read child-level lists; with --cycle they become its population')
    .requiredOption('--as-at <day>', 'the day that the lists speak of, YYYY-MM-DD')
    .addOption(
      new Option(
        '--of <population>',
        'what the population is made of; anything but open cases is for a dip sample',
      )
        .choices(POPULATIONS)
        .default('open-cases'),
    )
    .option('--cycle <id>', 'a planned cycle', uuid)
    .option('--authority <code>', 'the authority of the cycle', authorityCode)
    .option('--as <person>', 'id of the person who imports')
    .option('--json', 'one JSON document', false)
    .action((file: string, options: ImportOptions, command: Command) => {
      const { cycle, authority, as } = options;
      if (cycle === undefined) return end(readPopulation(around, file, options));
      if (authority === undefined || as === undefined)
        command.error('With --cycle, --authority and --as are needed too.');
      else
        return end(
          opened(around, (one) => importPopulation(one, around, file, { ...options, cycle, authority, as })),
        );
    });
}
