import type { Refusal } from '#audit-cycle';
import { EXIT, type ExitCode } from '../exit-code.js';
import { print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { commandRoutes, pathTo, wordsFor } from './command-routes.js';
import { readNamed } from './reading.js';
import { refusalFrom, withApi } from './through-api.js';

export interface CommandOptions {
  readonly kind: string;
  /** `-` where the command makes something new or is about several. */
  readonly id: string;
  readonly command: string;
  readonly as: string;
  /** The only one that there is, when left out. */
  readonly authority?: string;
  /** A file of JSON, `-` for the input. */
  readonly body?: string;
  readonly commandId?: string;
  readonly json: boolean;
}

/** What the API answered, with the stream that the answer's position leads to; null where nothing was recorded. */
interface Recorded {
  readonly stream: string | null;
  readonly [member: string]: unknown;
}

/** `command --list`: everything that can be commanded, in the words of the API. */
export const listCommands = (
  touchstone: Touchstone,
  around: Surroundings,
  json: boolean,
): Promise<ExitCode> =>
  withApi(touchstone, async (api) => {
    const commands = commandRoutes(await api.description());
    const width = Math.max(...commands.map((one) => wordsFor(one).length));
    const lines = commands.map((one) => `${wordsFor(one).padEnd(width)}  ${one.summary}`);
    print(around, json, { commands }, lines);
    return EXIT.done;
  });

/** `command KIND ID COMMAND`: sends any command through the routes of the API, so that it is checked and decided as there. */
export async function sendCommand(
  touchstone: Touchstone,
  around: Surroundings,
  options: CommandOptions,
): Promise<ExitCode> {
  const { kind, id, command, as, commandId = null, json } = options;
  const authority = await onlyAuthority(touchstone, options.authority);
  if (typeof authority !== 'string') return printRefusal(around, json, authority);
  const bytes = await bodyFrom(around, options.body);
  if (bytes !== null && !(bytes instanceof Uint8Array)) return printRefusal(around, json, bytes);
  return withApi(touchstone, async (api) => {
    const path = pathTo(commandRoutes(await api.description()), kind, id, command);
    if (path === null) return notThere(around, options);
    const body = bytes === null ? null : Buffer.from(bytes).toString('utf8');
    const { status, body: answer } = await api.send({ authority, person: as, commandId, path, body });
    if (status >= 500) throw new Error(String(answer['detail']));
    if (status >= 400) return printRefusal(around, json, refusalFrom(answer));
    const { position, ...rest } = answer;
    const recorded: Recorded = { stream: await streamAt(touchstone, authority, position), position, ...rest };
    print(around, json, recorded, describe(recorded));
    return someRefused(answer) ? EXIT.refused : EXIT.done;
  });
}

async function onlyAuthority({ log }: Touchstone, named: string | undefined): Promise<string | Refusal> {
  if (named !== undefined) return named;
  const all = await log.authorities();
  if (all.length === 1) return all[0]!;
  return {
    code: 'authority-unclear',
    message: `Name one with --authority: ${all.length === 0 ? 'there is none here yet' : all.join(', ')}.`,
  };
}

async function bodyFrom(
  around: Surroundings,
  named: string | undefined,
): Promise<Uint8Array | Refusal | null> {
  if (named === undefined) return null;
  return named === '-' ? around.readInput() : readNamed(around, named);
}

function notThere({ err }: Surroundings, { kind, id, command }: CommandOptions): ExitCode {
  err(`There is no command "${[kind, id === '-' ? '-' : 'ID', command].join(' ').trim()}". `);
  err('Call it with --list to see all of them.\n');
  return EXIT.usage;
}

/** Of several that were asked for at once, each has an answer of its own; what was recorded of the others stays. */
const someRefused = ({ items, answers }: Readonly<Record<string, unknown>>): boolean =>
  [items, answers].flat().some((one) => {
    const { recorded, accepted } = (one ?? {}) as { recorded?: unknown; accepted?: unknown };
    return recorded === false || accepted === false;
  });

/** The stream of the last event that was recorded; null where none was. */
async function streamAt({ log }: Touchstone, authority: string, position: unknown): Promise<string | null> {
  if (typeof position !== 'string') return null;
  const { events } = await log.readAll(authority, { after: BigInt(position) - 1n, limit: 1 });
  return events[0]?.header.stream ?? null;
}

const describe = ({ stream, ...rest }: Recorded): readonly string[] => [
  ...(stream === null ? [] : [`Recorded in ${stream}`]),
  ...Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
];
