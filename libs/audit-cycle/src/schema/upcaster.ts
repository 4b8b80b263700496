/** A value as JSON holds it. What was stored years ago has the types of then, so no type of today describes it. */
export type StoredValue =
  null | boolean | number | string | readonly StoredValue[] | { readonly [name: string]: StoredValue };

export type StoredFacts = Readonly<Record<string, StoredValue>>;

export type StoredTexts = Readonly<Record<string, string>>;

/**
 * One step of an event's shape, from a schema version to the next: pure, and the same for ever, as the events that it
 * is for are the same for ever.
 */
export interface Upcaster {
  /** Sees the facts alone, because texts can be out of a reader's reach, or destroyed. */
  readonly facts: (facts: StoredFacts) => StoredFacts;
  /** Called only where the texts were read, with the facts as they were before this step; left out, the texts stay. */
  readonly narrative?: (texts: StoredTexts | null, facts: StoredFacts) => StoredTexts | null;
}

/** One step for each version before this one: none for 1, two for 3. */
export type StepsTo<Schema extends number, Steps extends readonly Upcaster[] = readonly []> = [
  unknown,
  ...Steps,
]['length'] extends Schema
  ? Steps
  : StepsTo<Schema, readonly [...Steps, Upcaster]>;

/** The steps of every type that is past its first version; the compiler takes no other number of them, and no other type. */
export type UpcastersFor<Schemas extends Readonly<Record<string, number>>> = {
  readonly [Type in keyof Schemas as Schemas[Type] extends 1 ? never : Type]: StepsTo<Schemas[Type]>;
};
