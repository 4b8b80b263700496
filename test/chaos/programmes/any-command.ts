import { play } from '../../model/play.js';
import type { Programme } from './programme.js';

const SIZES = { short: { runs: 200, commands: 30 }, long: { runs: 2_000, commands: 60 } } as const;

/** The whole command path on a log in memory. In the short form a cell may be missed by chance, so it is only told. */
export const anyCommand: Programme = {
  name: 'any-command',
  claim:
    'Whatever random people ask for, at every step of every aggregate, what is refused leaves nothing, and no rule of the audit cycle is broken.',
  async run(_ground, { seed, size }) {
    const { runs, commands } = SIZES[size];
    const { findings, accepted, refused, unmet, ...played } = await play(seed, runs, commands);
    const missed = unmet.map((cell) => `never came up: ${cell}`);
    if (size === 'short' && missed.length > 0) process.stdout.write(`${missed.join('\n')}\n`);
    return {
      findings: size === 'long' ? [...findings, ...missed] : findings,
      did: { runs: played.runs, accepted, refused },
    };
  },
};
