/** What a value in an event may be, as the declared types say it. `named`: the declared type that it goes by. */
export type Shape = (
  | { readonly kind: 'null' | 'boolean' | 'number' }
  | { readonly kind: 'text'; readonly pattern: string | null }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly members: readonly Member[] }
  | { readonly kind: 'one-of'; readonly of: readonly Shape[] }
) & { readonly named: Named | null };

export interface Named {
  readonly name: string;
  readonly meaning: string;
}

export interface Member {
  readonly name: string;
  /** May be left out. */
  readonly optional: boolean;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** The codes that members are named by where there is one for each of them; else null. */
  readonly by: string | null;
  readonly shape: Shape;
}

export type ObjectShape = Extract<Shape, { kind: 'object' }>;

/** One type of event as it is declared today. */
export interface EventType {
  readonly type: string;
  /** What it records. */
  readonly meaning: string;
  readonly facts: ObjectShape;
  /** The texts that it may carry; none where it carries no narrative. */
  readonly texts: readonly Named[];
}

/** All events of one kind of stream, in the order in which they are declared. */
export interface Aggregate {
  readonly kind: string;
  readonly meaning: string;
  readonly events: readonly EventType[];
}
