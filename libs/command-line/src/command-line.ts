import { Command, CommanderError } from 'commander';
import { authorityCode, wholeNumber, wholeNumberFromOne, uuid } from './arguments.js';
import { EXIT } from './exit-code.js';
import { failureInWords } from './failure.js';
import { opened } from './opened.js';
import type { Surroundings } from './touchstone.js';
import { doctor } from './verbs/doctor.js';
import { importPopulation, readPopulation, type ImportOptions } from './verbs/import.js';
import {
  checkCycleSample,
  checkSampleFiles,
  drawCycleSample,
  exportSample,
  type CycleOptions,
  type DrawOptions,
} from './verbs/sample.js';
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

type End = (answer: Promise<number>) => Promise<void>;

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

  touchstone
    .command('import')
    .argument('<file>', 'Annex A: a workbook, a zip with a csv per list, or one merged csv')
    .description('Read child-level lists; with --cycle they become its population')
    .requiredOption('--as-at <day>', 'the day that the lists speak of, YYYY-MM-DD')
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

  sampleVerb(touchstone, around, end);

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

  touchstone
    .command('doctor')
    .description('Look at machine, database, log and views; changes nothing in them')
    .option('--json', 'one JSON document', false)
    .action(({ json }: { json: boolean }) => end(opened(around, (one) => doctor(one, around, json))));

  return touchstone;
}

function sampleVerb(touchstone: Command, around: Surroundings, end: End): void {
  interface SampleWords extends Partial<Omit<DrawOptions, 'json'>> {
    readonly json: boolean;
    readonly check: boolean;
    readonly export?: string;
    readonly frame?: string;
    readonly sample?: string;
  }
  touchstone
    .command('sample')
    .description('Draw the sample of a cycle, or draw a published one again and say whether it is the same')
    .option('--authority <code>', 'the authority of the cycle', authorityCode)
    .option('--cycle <id>', 'the cycle', uuid)
    .option('--size <n>', 'how many cases to draw', wholeNumber)
    .option(
      '--minimum <n>',
      "at least so many from each cohort; the policy's number when left out",
      wholeNumber,
    )
    .option('--seed <text>', 'a seed of your own; it is recorded and shown as supplied')
    .option('--redraw-reason <text>', 'why it is drawn again')
    .option('--as <person>', 'id of the person who draws')
    .option('--check', 'draw it again from the frame and the seed', false)
    .option('--frame <file>', 'with --check: the published frame')
    .option('--sample <file>', 'with --check: the published sample')
    .option('--export <folder>', 'write frame.json and sample.json for anybody who wants to check')
    .option('--json', 'one JSON document', false)
    .action((words: SampleWords, command: Command) => {
      const { authority, cycle, frame, sample, size, as, json } = words;
      if (words.check && frame !== undefined && sample !== undefined) {
        return end(checkSampleFiles(around, { frame, sample, json }));
      }
      if (authority === undefined || cycle === undefined) {
        return command.error(
          'Name --authority and --cycle, or with --check two files: --frame and --sample.',
        );
      }
      const named: CycleOptions = { authority, cycle, json };
      if (words.check) return end(opened(around, (one) => checkCycleSample(one, around, named)));
      if (words.export !== undefined) {
        const folder = words.export;
        return end(opened(around, (one) => exportSample(one, around, { ...named, folder })));
      }
      if (size === undefined || as === undefined)
        return command.error('To draw, --size and --as are needed.');
      const draw: DrawOptions = {
        ...named,
        ...{ size, as },
        ...(words.minimum === undefined ? {} : { minimum: words.minimum }),
        ...(words.seed === undefined ? {} : { seed: words.seed }),
        ...(words.redrawReason === undefined ? {} : { redrawReason: words.redrawReason }),
      };
      return end(opened(around, (one) => drawCycleSample(one, around, draw)));
    });
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
