import type { Command } from 'commander';
import { authorityCode, uuid, wholeNumber } from './arguments.js';
import type { End } from './end.js';
import { opened } from './opened.js';
import type { Surroundings } from './touchstone.js';
import { checkDrawn, checkModerationFile, checkSampleFiles, type DrawnWhere } from './verbs/check-drawn.js';
import { drawReAudits } from './verbs/draw-re-audits.js';
import { exportDrawn } from './verbs/export-drawn.js';
import { drawCycleSample, type DrawOptions } from './verbs/sample.js';

interface SampleWords extends Partial<Omit<DrawOptions, 'json'>> {
  readonly json: boolean;
  readonly check: boolean;
  readonly reAudits: boolean;
  readonly round?: string;
  readonly export?: string;
  readonly frame?: string;
  readonly sample?: string;
  readonly moderation?: string;
}

/** What is understood after `touchstone sample`. */
export function sampleVerb(touchstone: Command, around: Surroundings, end: End): void {
  touchstone
    .command('sample')
    .description(
      'Draw the sample of a cycle or its re-audits; or draw what was drawn again and say whether it is the same',
    )
    .option('--authority <code>', 'the authority of the cycle', authorityCode)
    .option('--cycle <id>', 'the cycle', uuid)
    .option('--round <id>', 'with --check or --export: the review round', uuid)
    .option('--size <n>', 'how many cases to draw', wholeNumber)
    .option(
      '--minimum <n>',
      "at least so many from each cohort; the policy's number when left out",
      wholeNumber,
    )
    .option('--re-audits', 'draw re-audits of the cycle', false)
    .option('--seed <text>', 'a seed of your own; it is recorded and shown as supplied')
    .option('--redraw-reason <text>', 'why it is drawn again')
    .option('--as <person>', 'id of the person who draws')
    .option(
      '--check',
      'draw again from frame and seed; of a cycle its moderation and re-audits as well',
      false,
    )
    .option('--frame <file>', 'with --check: the published frame or list')
    .option('--sample <file>', 'with --check: what was published as drawn from it')
    .option('--moderation <file>', 'with --check: the published choice for moderation')
    .option('--export <folder>', 'write the files that anybody needs who wants to check')
    .option('--json', 'one JSON document', false)
    .action((words: SampleWords, command: Command) => {
      const { frame, sample, moderation, json } = words;
      if (words.check && moderation !== undefined)
        return end(checkModerationFile(around, { moderation, json }));
      if (words.check && frame !== undefined && sample !== undefined)
        return end(checkSampleFiles(around, { frame, sample, json }));
      const { authority, cycle, round } = words;
      if (authority === undefined || (cycle === undefined) === (round === undefined)) {
        return command.error(
          'Name --authority and --cycle or --round, or with --check files: --frame and --sample, or --moderation.',
        );
      }
      const where = round === undefined ? { cycle: cycle! } : { round };
      const named: DrawnWhere = { authority, where, json };
      if (words.check) return end(opened(around, (one) => checkDrawn(one, around, named)));
      if (words.export !== undefined) {
        const folder = words.export;
        return end(opened(around, (one) => exportDrawn(one, around, { ...named, folder })));
      }
      if (cycle === undefined) return command.error('Of a review round, --check or --export is needed.');
      return draws({ ...words, authority, cycle }, command, around, end);
    });
}

function draws(
  words: SampleWords & { readonly authority: string; readonly cycle: string },
  command: Command,
  around: Surroundings,
  end: End,
): Promise<void> {
  const { authority, cycle, json, as, size, minimum, seed, redrawReason } = words;
  const of = { authority, cycle, json, ...(seed === undefined ? {} : { seed }) };
  if (words.reAudits && as !== undefined)
    return end(opened(around, (one) => drawReAudits(one, around, { ...of, as })));
  if (words.reAudits || size === undefined || as === undefined)
    return command.error('To draw, --size and --as are needed, or --re-audits and --as.');
  const draw: DrawOptions = {
    ...of,
    ...{ size, as },
    ...(minimum === undefined ? {} : { minimum }),
    ...(redrawReason === undefined ? {} : { redrawReason }),
  };
  return end(opened(around, (one) => drawCycleSample(one, around, draw)));
}
