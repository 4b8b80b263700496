import { CONTESTANTS, type BenchCase, type MeasuredCase, type Sample } from './measured-case.js';

/**
 * Measures a case in paired rounds: in each, every contestant has one turn, and each round begins with another one, so that
 * nobody always comes first.
 */
export async function measureInRounds(
  { name, unit, turns, rounds, warmUps }: BenchCase,
  { signal, say }: { readonly signal: AbortSignal; readonly say: (line: string) => void },
): Promise<MeasuredCase> {
  const present = CONTESTANTS.filter((contestant) => turns[contestant] !== undefined);
  const samples = Object.fromEntries(present.map((contestant) => [contestant, [] as Sample[]]));
  for (let round = -warmUps; round < rounds; round += 1) {
    const rates: string[] = [];
    for (const contestant of rotated(present, round + warmUps)) {
      signal.throwIfAborted();
      const sample = await turns[contestant]!();
      if (round >= 0) samples[contestant]!.push(sample);
      rates.push(`${contestant} ${Math.round(sample.rate).toLocaleString('en-GB')}`);
    }
    say(`${name} ${round < 0 ? 'warm-up' : `round ${round + 1} of ${rounds}`}: ${rates.join(', ')} ${unit}`);
  }
  return { name, unit, samples };
}

const rotated = <Item>(items: readonly Item[], by: number): readonly Item[] => {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
};
