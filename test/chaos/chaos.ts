import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { defectTable, programmeTable } from './chaos-tables.js';
import { groundOfProcesses } from './ground/ground-of-processes.js';
import { undone, type Programme } from './programmes/programme.js';
import { PROGRAMMES } from './programmes.js';
import { recordSoak, inWords, type Tally } from './soak-record.js';
import { abandonDataFolders, withDataFolder } from './ground/with-data-folder.js';

/** `npm run chaos` and `npm run soak`: the long forms, against processes and a PostgreSQL of their own. Exit code 1 on any finding. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    rounds: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    record: { type: 'boolean', default: false },
    tables: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const SHOWN = 10;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void abandonDataFolders().finally(() => process.exit(130)));
if (values.tables) {
  say(`${programmeTable()}\n\n${defectTable()}`);
  process.exit(0);
}
if (values.help) {
  say('npm run chaos -- [--seed N] [--rounds N] [--only NAME]... [--record]');
  say(
    'Runs each programme once per round, with the seeds N, N + 1, ...; --record adds rows to docs/soak.md.\n',
  );
  for (const { name, claim } of PROGRAMMES) say(`  ${name.padEnd(18)} ${claim}`);
  process.exit(0);
}

const [first, rounds] = [wholeNumber('seed'), wholeNumber('rounds')];
const chosen = (values.only ?? PROGRAMMES.map(({ name }) => name)).map(named);
const tallies: Tally[] = [];
for (const programme of chosen) tallies.push(await runAll(programme));
if (values.record) await recordSoak(new Date(), first, tallies);
const unsound = tallies.filter(({ sound }) => sound < rounds);
say(
  unsound.length === 0
    ? `All sound (seed ${first}).`
    : `NOT SOUND: ${unsound.map(({ name }) => name).join(', ')}`,
);
process.exitCode = unsound.length === 0 ? 0 : 1;

/** Every round has a new installation, so that a seed repeats all that can be repeated. */
async function runAll(programme: Programme): Promise<Tally> {
  const { name, claim } = programme;
  say(`\n${name}: ${claim}`);
  const tally = { name, rounds, sound: 0, did: {} as Record<string, number> };
  for (let seed = first; seed < first + rounds; seed++) {
    const started = performance.now();
    const outcome = await runOnce(programme, seed);
    const { did } = outcome;
    const findings = [...outcome.findings, ...undone(outcome)];
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(
      `  seed ${seed}: ${findings.length === 0 ? 'sound' : `${findings.length} FINDINGS`}; ${inWords(did)}; ${seconds} s`,
    );
    for (const finding of findings.slice(0, SHOWN)) say(`    ${finding}`);
    if (findings.length > 0) say(`    again: npm run chaos -- --only ${name} --seed ${seed}`);
    else tally.sound += 1;
    for (const [what, times] of Object.entries(did)) tally.did[what] = (tally.did[what] ?? 0) + times;
  }
  return tally;
}

function runOnce(programme: Programme, seed: number): ReturnType<Programme['run']> {
  return withDataFolder(async (dataFolder) => {
    const ground = await groundOfProcesses(dataFolder);
    try {
      return await programme.run(ground, { seed, size: 'long' });
    } finally {
      await ground.close();
    }
  });
}

function named(name: string): Programme {
  const programme = PROGRAMMES.find((one) => one.name === name);
  if (programme !== undefined) return programme;
  process.stderr.write(
    `There is no programme "${name}"; there are ${PROGRAMMES.map((one) => one.name).join(', ')}.\n`,
  );
  return process.exit(2);
}

function wholeNumber(option: 'seed' | 'rounds'): number {
  if (/^\d{1,9}$/.test(values[option])) return Number(values[option]);
  process.stderr.write(`--${option} must be a whole number, not "${values[option]}".\n`);
  return process.exit(2);
}
