import { Command, CommanderError } from 'commander';
import { addChildVerb } from './add-child-verb.js';
import { authorityCode, wholeNumber, wholeNumberFromOne } from './arguments.js';
import { commandVerb } from './command-verb.js';
import { EXIT } from './exit-code.js';
import type { End } from './end.js';
import { failureInWords } from './failure.js';
import { importScorecardVerb } from './import-scorecard-verb.js';
import { importVerb } from './import-verb.js';
import { opened } from './opened.js';
import type { Surroundings } from './touchstone.js';
import { doctor } from './verbs/doctor.js';
import { sampleVerb } from './sample-verb.js';
import { statisticsVerb } from './statistics-verb.js';
import { simulateCycles, type SimulateOptions } from './verbs/simulate.js';
import { digestViews } from './verbs/views/digest-views.js';
import { listViews } from './verbs/views/list-views.js';
import { rebuildViews } from './verbs/views/rebuild-views.js';
import { retryView } from './verbs/views/retry-view.js';

/**
 * Understands the words after `touchstone`, does what they say and answers with the exit code: 0 done, 1 refused or not as it should
 * be, 2 not understood, 3 the machine or the database failed, 130 somebody stopped it.
 */
export async function runCommandLine(words: readonly string[], around: Surroundings): Promise<number> {
  let code: number = EXIT.done;
  const end = async (answer: Promise<number>): Promise<void> => {
    code = await answer;
  };
  try {
    await program(around, end).parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    around.err(`${failureInWords(error)}\n`);
    return EXIT.failed;
  }
}

function program(around: Surroundings, end: End): Command {
  const touchstone = new Command('touchstone')
    .description("The system of record for the quality-assurance cycle in children's social care")
    .exitOverride()
    .configureOutput({ writeOut: around.out, writeErr: around.err })
    .showHelpAfterError('Call it with --help to see what it understands.');

  touchstone
    .command('start')
    .description('Run the product; PORT and TOUCHSTONE_DATA choose another port and data folder')
    .action(() => end(around.serve()));

  importVerb(touchstone, around, end);

  importScorecardVerb(touchstone, around, end);

  addChildVerb(touchstone, around, end);

  sampleVerb(touchstone, around, end);

  commandVerb(touchstone, around, end);

  touchstone
    .command('simulate')
    .description(
      'Run whole cycles of made-up people in an authority of their own, whose clock is marked as simulated',
    )
    .option('--cases <n>', 'cases in each cycle', wholeNumberFromOne, 200)
    .option('--cycles <n>', 'cycles, two months each', wholeNumberFromOne, 1)
    .option('--seed <n>', 'the same seed simulates the same', wholeNumber, 1)
    .option(
      '--authority <code>',
      'code of the simulated authority; it follows from the other numbers when left out',
      authorityCode,
    )
    .option('--json', 'one JSON document', false)
    .action((options: SimulateOptions) =>
      end(opened(around, (one, stop) => simulateCycles(one, around, options, stop))),
    );

  viewsVerb(touchstone, around, end);

  statisticsVerb(touchstone, around, end);

  touchstone
    .command('doctor')
    .description('Look at machine, database, log and views; changes nothing in them')
    .option('--json', 'one JSON document', false)
    .action(({ json }: { json: boolean }) => end(opened(around, (one) => doctor(one, around, json))));

  return touchstone;
}

function viewsVerb(touchstone: Command, around: Surroundings, end: End): void {
  const views = touchstone
    .command('views')
    .description('The read models: where they stand, and making them anew');
  views
    .command('list')
    .description('Where each view of each authority stands')
    .option('--json', 'one JSON document', false)
    .action(({ json }: { json: boolean }) => end(opened(around, (one) => listViews(one, around, json))));
  views
    .command('rebuild')
    .argument('[view]', 'one view; all of them when left out')
    .description('Make the rows anew from the log; readers keep the old ones until the new are level')
    .option('--json', 'one JSON document', false)
    .action((view: string | undefined, { json }: { json: boolean }) =>
      end(opened(around, (one, stop) => rebuildViews(one, around, { json, wanted: view }, stop))),
    );
  views
    .command('retry')
    .argument('<view>', 'the view that stands still')
    .description(
      'Try again to take the event at which a view stopped, after what was wrong has been put right',
    )
    .option('--authority <code>', 'of one authority; of all of them when left out', authorityCode)
    .option('--json', 'one JSON document', false)
    .action((view: string, options: { authority?: string; json: boolean }) =>
      end(opened(around, (one) => retryView(one, around, view, options))),
    );
  views
    .command('digest')
    .argument('[view]', 'one view; all of them when left out')
    .description('One digest per view and authority: the same rows have the same digest')
    .option('--json', 'one JSON document', false)
    .action((view: string | undefined, { json }: { json: boolean }) =>
      end(opened(around, (one) => digestViews(one, around, json, view))),
    );
}
