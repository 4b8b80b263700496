import type { Heading } from './known-headings.js';

/** What a column holds. */
export type Meaning =
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'year'; readonly year: string };

export interface Column {
  /** From 0. */
  readonly index: number;
  /** As the table writes it, its lines joined. */
  readonly written: string;
  /** Null where the heading is not known. */
  readonly meaning: Meaning | null;
}

/** How the report names a meaning, and how a person says it. */
export function nameOf(meaning: Meaning): string {
  if (meaning.kind === 'heading') return meaning.heading;
  return meaning.kind === 'month' ? meaning.month : meaning.year;
}

/** `AB` for 27. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
