import type { Command } from 'commander';
import { authorityCode, uuid } from './arguments.js';
import type { End } from './end.js';
import { opened } from './opened.js';
import type { Surroundings } from './touchstone.js';
import { importScorecard, lookAtScorecard, type ImportScorecardOptions } from './verbs/import-scorecard.js';

/** What is understood after `touchstone import-scorecard`. */
export function importScorecardVerb(touchstone: Command, around: Surroundings, end: End): void {
  touchstone
    .command('import-scorecard')
    .argument('<file>', 'a table of performance measures: a workbook, or values between commas or tabs')
    .description(
      'Read a table of performance measures; with --authority its rows become measures, targets and figures',
    )
    .requiredOption('--on <day>', 'the day that the table speaks of, YYYY-MM-DD')
    .option('--dry-run', 'say what each row would become, and record nothing', false)
    .option(
      '--headings <json>',
      'headings that are not known: JSON of heading as written, to what its column holds',
    )
    .option('--reason-code <code>', 'why figures that are on record are replaced, as a code')
    .option('--reason <text>', 'the same in words')
    .option('--authority <code>', 'whose measures they are', authorityCode)
    .option('--as <person>', 'id of the person who imports', uuid)
    .option('--json', 'one JSON document', false)
    .action((file: string, options: ImportScorecardOptions, command: Command) => {
      const { authority, as } = options;
      if (authority === undefined) return end(lookAtScorecard(around, file, options));
      if (as === undefined) command.error('With --authority, --as is needed too.');
      else
        return end(
          opened(around, (one) => importScorecard(one, around, file, { ...options, authority, as })),
        );
    });
}
