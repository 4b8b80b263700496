import { sumOf, type CountedGroup, type WithheldGroup } from '../suppression/counted-group.js';
import { Unknowns } from './possible-numbers.js';

/** A count that is not published, and what somebody can still find out about it. */
export interface Attacked {
  readonly name: string;
  readonly value: number;
  readonly smallest: number;
  readonly largest: number;
  /** What it could be at most, and at least, for somebody who has the figures of the whole alone. */
  readonly ofWhole: readonly [least: number, most: number];
}

/**
 * Works out what can be known of each withheld count from all that is published: the counts of the whole, which parts there are, every
 * count that is not withheld, that parts add up to what they are parts of and kinds to their sum.
 */
export function attackOnParts(whole: CountedGroup, published: readonly WithheldGroup[]): readonly Attacked[] {
  const all = attackOf(whole, published);
  const totals = attackOf(whole, published.map(nothing));
  return all.withheld.map(({ name, value }) => {
    const [smallest, largest] = extremes(all.unknowns, name);
    return { name, value, smallest, largest, ofWhole: extremes(totals.unknowns, name) };
  });
}

/**
 * The same for what is left of each sum when everything that is published is taken off it: the kinds of a group that are withheld,
 * together, and one kind of the groups in which it is, together. `isAsked` is told how many are left, and of how many.
 */
export function attackOnRemainders(
  whole: CountedGroup,
  published: readonly WithheldGroup[],
  isAsked: (left: number, of: number) => boolean,
): readonly Pick<Attacked, 'name' | 'smallest' | 'largest'>[] {
  const { unknowns, remainders } = attackOf(whole, published);
  return remainders
    .filter(({ value, of }) => isAsked(value, of))
    .map(({ names }) => {
      const name = names.join(' and ');
      unknowns.between(name, 0, sumOf(whole));
      unknowns.sum({ add: names, takeOff: [name], make: 0 });
      const [smallest, largest] = extremes(unknowns, name);
      return { name, smallest, largest };
    });
}

function extremes(unknowns: Unknowns, name: string): readonly [number, number] {
  const found = unknowns.extremes(name);
  if (found === null) throw new Error('What was published contradicts itself.');
  return found;
}

const nothing = ({ counts, parts }: WithheldGroup): WithheldGroup => ({
  counts: counts.map(() => true),
  sum: true,
  parts: parts.map(nothing),
});

interface Attack {
  readonly unknowns: Unknowns;
  readonly withheld: readonly { readonly name: string; readonly value: number }[];
  readonly remainders: readonly Remainder[];
}

/** Withheld counts that are added in one sum, and what that sum comes to with those that are published. */
interface Remainder {
  readonly names: readonly string[];
  readonly value: number;
  readonly of: number;
}

function attackOf(whole: CountedGroup, published: readonly WithheldGroup[]): Attack {
  const unknowns = new Unknowns();
  const withheld: { name: string; value: number }[] = [];
  const remainders: Remainder[] = [];
  const all = sumOf(whole);
  const remains = (of: number, names: readonly string[]): void => {
    const parts = withheld.filter(({ name }) => names.includes(name));
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    if (parts.length > 0) remainders.push({ names: parts.map(({ name }) => name), value, of });
  };
  const know = (name: string, value: number, isWithheld: boolean, least: number): void => {
    if (isWithheld) withheld.push({ name, value });
    unknowns.between(name, isWithheld ? least : value, isWithheld ? all : value);
  };
  const kinds = whole.counts.map((_, kind) => kind);
  const read = (name: string, group: CountedGroup, hidden: WithheldGroup): void => {
    kinds.forEach((kind) => know(`${name}:${kind}`, group.counts[kind]!, hidden.counts[kind]!, 0));
    if (kinds.length > 1) {
      know(`${name}:sum`, sumOf(group), hidden.sum, 1);
      const counts = kinds.map((kind) => `${name}:${kind}`);
      unknowns.sum({ add: counts, takeOff: [`${name}:sum`], make: 0 });
      remains(sumOf(group), counts);
    }
    addUp(name, group, hidden.parts);
  };
  const addUp = (name: string, group: CountedGroup, parts: readonly WithheldGroup[]): void => {
    if (parts.length === 0) return;
    parts.forEach((part, index) => read(`${name}/${index}`, group.parts[index]!, part));
    for (const figure of kinds.length > 1 ? [...kinds, 'sum' as const] : kinds) {
      const figures = parts.map((_, index) => `${name}/${index}:${figure}`);
      unknowns.sum({ add: figures, takeOff: [`${name}:${figure}`], make: 0 });
      remains(figure === 'sum' ? sumOf(group) : group.counts[figure]!, figures);
    }
  };
  kinds.forEach((kind) => unknowns.between(`:${kind}`, whole.counts[kind]!, whole.counts[kind]!));
  unknowns.between(':sum', all, all);
  addUp('', whole, published);
  return { unknowns, withheld, remainders };
}
