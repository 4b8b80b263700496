import { CHARACTERISTICS, type CharacteristicsList } from '#audit-cycle';
import { sha256Hex } from '#event-log';
import { actionsOfMeasure, equalityOf, publishedFiguresOf, type ViewReader } from '#views';
import { idOf } from '#views/testing';

/** A list that knows something of every other child of the random histories. */
const LIST: CharacteristicsList = {
  asAt: '2021-04-01',
  children: ['child-0', 'child-2', 'child-4'].map((child, at) => ({
    child,
    ethnicity: at === 0 ? 'white' : 'not-known',
    age: at === 2 ? 'not-known' : '10-15',
    disability: 'not-known',
  })),
};

/** Answers that are of now alone: those that are made to be shown, because two moments beside each other would tell of one child. */
export async function figuresOfNow(
  reader: ViewReader,
  authority: string,
): Promise<readonly (object | string | null)[]> {
  const found: (object | string | null)[] = [];
  for (const cycle of [idOf('cycle', 1), idOf('cycle', 2), idOf('cycle', 9)]) {
    found.push(await publishedFiguresOf(reader, { authority, cycle }, sha256Hex));
    for (const characteristic of CHARACTERISTICS) {
      const asked = { authority, cycle, characteristic, today: '2021-07-01' };
      found.push(await equalityOf(reader, asked, () => Promise.resolve(LIST)));
    }
  }
  for (const measure of [idOf('measure', 1), idOf('measure', 2)])
    found.push(await actionsOfMeasure(reader, authority, measure));
  return found;
}
