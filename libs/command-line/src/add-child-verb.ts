import { Option, type Command } from 'commander';
import { COHORTS, MOST_ADDED_BY_HAND } from '#audit-cycle';
import { authorityCode, uuid } from './arguments.js';
import type { End } from './end.js';
import { opened } from './opened.js';
import type { Surroundings } from './touchstone.js';
import { addChild, type AddChildOptions } from './verbs/add-child.js';

/** What is understood after `touchstone add-child`. */
export function addChildVerb(touchstone: Command, around: Surroundings, end: End): void {
  touchstone
    .command('add-child')
    .description(
      `Add a child who is in no list to the population of a cycle, before its sample is drawn; ${MOST_ADDED_BY_HAND} at most, until lists are imported again, which leaves them out`,
    )
    .requiredOption('--authority <code>', 'the authority of the cycle', authorityCode)
    .requiredOption('--cycle <id>', 'the cycle', uuid)
    .requiredOption('--child <id>', "the authority's own id of the child")
    .addOption(
      new Option('--cohort <code>', 'the work with the child').choices(COHORTS).makeOptionMandatory(),
    )
    .requiredOption('--team <name>', 'the team, as the lists write it')
    .requiredOption('--worker <person>', 'id of the current worker, somebody of the people directory', uuid)
    .option('--family <id>', "the authority's own id of the family")
    .requiredOption('--reason-code <code>', 'why, as a code: lower-case words joined by hyphens')
    .requiredOption('--reason <text>', 'why, in words')
    .requiredOption('--as <person>', 'id of the person who adds the child', uuid)
    .option('--command-id <id>', 'the same id again gives the first answer and records nothing twice', uuid)
    .option('--json', 'one JSON document', false)
    .action((options: AddChildOptions) => end(opened(around, (one) => addChild(one, around, options))));
}
