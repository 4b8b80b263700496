import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { compiled } from '../compiled.js';
import { Uniform } from '../uniform.js';

const VICTIM = compiled('crash/victim');
const TARGETS = ['node', 'postmaster', 'both'] as const;
export type Target = (typeof TARGETS)[number];

export interface Acknowledgement {
  readonly commandId: string;
  readonly stream: string;
  readonly revision: bigint;
}

export interface Run {
  readonly acknowledged: readonly Acknowledgement[];
  /** What a victim did not find after a kill. */
  readonly lost: readonly string[];
  readonly kills: readonly { readonly target: Target; readonly afterNew: number }[];
  /** What the victims said that was no acknowledgement, for whoever reads a failure. */
  readonly notes: readonly string[];
}

export interface Attack {
  readonly dataFolder: string;
  readonly seed: number;
  readonly cases: number;
  readonly kills: number;
  /** New acknowledgements before a kill: from 1 to this many. */
  readonly atMost: number;
}

/** Runs the victim, kills it or its database or both at random moments, and starts it again until its programme is done. */
export async function attack(request: Attack): Promise<Run> {
  const { seed, kills, atMost } = request;
  const random = new Uniform(seed);
  const plan = Array.from({ length: kills }, () => ({
    target: random.one(TARGETS),
    afterNew: 1 + random.below(atMost),
  }));
  const acknowledged: Acknowledgement[] = [];
  const lost: string[] = [];
  const notes: string[] = [];
  let next = 0;
  for (;;) {
    await writeFile(acknowledgementsOf(request), acknowledged.map(asLine).join('\n'));
    const ended = await live(request, (line, victim) => {
      const [word, ...rest] = line.split(' ');
      if (word === 'ack')
        acknowledged.push({ commandId: rest[0]!, stream: rest[1]!, revision: BigInt(rest[2]!) });
      else if (word === 'lost') lost.push(line);
      else notes.push(line);
      if (word === 'postmaster') victim.postmaster = Number(rest[0]);
      if (word !== 'ack' || rest[3] !== 'new' || next >= plan.length || victim.postmaster === null) return;
      victim.news += 1;
      const { target, afterNew } = plan[next]!;
      if (victim.news < afterNew) return;
      next += 1;
      victim.news = 0;
      if (target !== 'node') kill(victim.postmaster);
      if (target !== 'postmaster') victim.process.kill('SIGKILL');
      else victim.postmaster = null;
    });
    if (ended === 'done') return { acknowledged, lost, kills: plan.slice(0, next), notes };
    if (ended !== 'killed')
      throw new Error(`The victim ended by itself (seed ${seed}): ${ended}\n${notes.slice(-20).join('\n')}`);
  }
}

const acknowledgementsOf = ({ dataFolder }: Attack): string => `${dataFolder}.acknowledged`;
const asLine = ({ commandId, stream, revision }: Acknowledgement): string =>
  `${commandId} ${stream} ${revision}`;

interface Victim {
  readonly process: ChildProcess;
  postmaster: number | null;
  news: number;
}

function live(request: Attack, onLine: (line: string, victim: Victim) => void): Promise<string> {
  const { dataFolder, seed, cases } = request;
  const words = [dataFolder, String(seed), String(cases), acknowledgementsOf(request)];
  const child = spawn(process.execPath, [VICTIM, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const victim: Victim = { process: child, postmaster: null, news: 0 };
  let done = false;
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    done ||= line === 'done';
    onLine(line, victim);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Every line that the victim wrote before it died is read before this.
    child.on('close', (code, signal) =>
      resolve(
        signal === 'SIGKILL'
          ? 'killed'
          : code === 0 && done
            ? 'done'
            : `exit ${code} ${signal} ${errors.slice(-2000)}`,
      ),
    );
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ESRCH') throw error;
  }
}
