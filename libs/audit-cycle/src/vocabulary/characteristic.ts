import type { IsoDate } from './dates.js';
import type { ChildId } from './identifiers.js';

/** What figures are made by to see whether children are served alike. */
export const CHARACTERISTICS = ['ethnicity', 'age', 'disability'] as const;
export type Characteristic = (typeof CHARACTERISTICS)[number];

/**
 * The groups of each, in the order in which they are shown. Ethnicity: the five groups of the census of England and Wales 2021, in
 * which Chinese is Asian. Age: in full years on the day at which the list stood, an unborn child being under five. Disability: as
 * the list says it. `not-known`: the list says nothing, says that it is not known, or says it in words that nobody can place.
 */
export const CHARACTERISTIC_GROUPS = {
  ethnicity: ['white', 'mixed', 'asian', 'black', 'other', 'not-known'],
  age: ['0-4', '5-9', '10-15', '16-17', '18-and-over', 'not-known'],
  disability: ['yes', 'no', 'not-known'],
} as const;
export type CharacteristicGroup<C extends Characteristic = Characteristic> =
  (typeof CHARACTERISTIC_GROUPS)[C][number];

/** One child's groups. Never part of a frame, an event or a view: kept sealed, and opened for figures alone. */
export type Characteristics = { readonly [C in Characteristic]: CharacteristicGroup<C> };

/** The children of a frame whom the lists told of, by child id in code-unit order. */
export interface CharacteristicsList {
  readonly asAt: IsoDate;
  readonly children: readonly (Characteristics & { readonly child: ChildId })[];
}

/** Of how many children of a list each is known. */
export const knownCharacteristics = ({ children }: CharacteristicsList): Record<Characteristic, number> => {
  const known = (one: Characteristic): number =>
    children.filter((child) => child[one] !== 'not-known').length;
  return { ethnicity: known('ethnicity'), age: known('age'), disability: known('disability') };
};
