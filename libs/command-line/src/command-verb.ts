import type { Command } from 'commander';
import { authorityCode, uuid } from './arguments.js';
import type { End } from './end.js';
import { opened } from './opened.js';
import type { Surroundings } from './touchstone.js';
import { listCommands, sendCommand } from './verbs/command.js';

interface CommandWords {
  readonly as?: string;
  readonly authority?: string;
  readonly body?: string;
  readonly commandId?: string;
  readonly list: boolean;
  readonly json: boolean;
}

/** What is understood after `touchstone command`. */
export function commandVerb(touchstone: Command, around: Surroundings, end: End): void {
  touchstone
    .command('command')
    .argument('[kind]', 'what it is about, as in the addresses of the API: audits, cycles, people')
    .argument('[id]', 'its id; - to make something new, or for several at once', idOrNone)
    .argument('[command]', 'what to do with it: start, grade, sections/safety; nothing to make something new')
    .description('Give any command that the API takes: the same checks, the same rules, the same refusals')
    .option('--list', 'show every kind and its commands', false)
    .option('--body <file>', 'JSON with what the command needs; - reads it from the input')
    .option('--as <person>', 'id of the person who gives the command', uuid)
    .option('--authority <code>', 'the authority; the only one that there is when left out', authorityCode)
    .option('--command-id <id>', 'the same id again gives the first answer and records nothing twice', uuid)
    .option('--json', 'one JSON document', false)
    .action(
      (
        kind: string | undefined,
        id: string | undefined,
        word: string | undefined,
        words: CommandWords,
        verb: Command,
      ) => {
        const { list, as, json } = words;
        if (list) return end(opened(around, (one) => listCommands(one, around, json)));
        if (kind === undefined || id === undefined || as === undefined)
          return verb.error('Name kind, id and command, and who gives it with --as; or use --list.');
        const options = { ...words, kind, id, command: word ?? '', as };
        return end(opened(around, (one) => sendCommand(one, around, options)));
      },
    );
}

const idOrNone = (text: string): string => (text === '-' ? text : uuid(text));
