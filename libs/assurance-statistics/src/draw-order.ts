/** Gives the SHA-256 of the text's UTF-8 bytes as 64 lower-case hexadecimal digits. */
export type Sha256Hex = (text: string) => string;

/** Something that can be drawn: its index in the frame as published, and the id that its place in the order hangs on. */
export interface Drawable {
  readonly index: number;
  readonly id: string;
}

/**
 * The order in which cases are drawn: ascending by SHA-256(seed | id), as hexadecimal text; equal digests by id. It
 * depends on nothing but the seed and the ids, so anybody who holds the frame can repeat it with any SHA-256 tool.
 *
 * @returns indices in the frame, first drawn first
 */
export function drawOrder(
  candidates: readonly Drawable[],
  seed: string,
  sha256Hex: Sha256Hex,
): readonly number[] {
  return candidates
    .map(({ index, id }) => ({ index, id, digest: sha256Hex(`${seed}|${id}`) }))
    .sort((a, b) => byText(a.digest, b.digest) || byText(a.id, b.id))
    .map(({ index }) => index);
}

/** By UTF-16 code unit, not by the alphabet of a country: the order may not change with a machine's language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
