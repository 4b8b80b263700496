/** One stratum to be given whole places: at least `minimum`, at most `capacity`, in proportion to `weight`. */
export interface Claim {
  readonly weight: bigint;
  readonly minimum: number;
  readonly capacity: number;
}

interface OpenClaim extends Claim {
  readonly index: number;
}

/** What a claim would get if places could be divided: numerator / denominator, the denominator being common to all. */
interface Share {
  readonly claim: OpenClaim;
  readonly numerator: bigint;
}

/**
 * Hands out `total` whole places in proportion to the weights, none below its minimum nor above its capacity, and
 * rounds by largest remainder. Equal remainders: the larger capacity first, then the order given. Exact whole-number
 * arithmetic, so every machine gives the same answer.
 *
 * A claim whose proportion lies past one of its limits is settled there and the others share what is left, until
 * nobody is past a limit. When the only claims left have no weight, they share by capacity.
 *
 * @param total from the sum of the minimums to the sum of the capacities: the caller sees to it
 * @returns the places of each claim, in the order given; they add up to `total`
 */
export function apportion(total: number, claims: readonly Claim[]): readonly number[] {
  const places = claims.map((claim) => claim.minimum);
  handOut(
    total,
    claims.map((claim, index) => ({ ...claim, index })),
    places,
  );
  return places;
}

function handOut(total: number, open: readonly OpenClaim[], places: number[]): void {
  const weights = open.some((claim) => claim.weight > 0n)
    ? open.map((claim) => claim.weight)
    : open.map((claim) => BigInt(claim.capacity));
  const denominator = weights.reduce((sum, weight) => sum + weight, 0n) || 1n;
  const shares = open.map((claim, at) => ({ claim, numerator: BigInt(total) * (weights[at] ?? 0n) }));

  const belowMinimum = shares.filter((share) => lacking(share, denominator) > 0n);
  const aboveCapacity = shares.filter((share) => excess(share, denominator) > 0n);
  const lacked = belowMinimum.reduce((sum, share) => sum + lacking(share, denominator), 0n);
  const exceeded = aboveCapacity.reduce((sum, share) => sum + excess(share, denominator), 0n);
  if (lacked === 0n && exceeded === 0n) return roundOff(total, shares, denominator, places);

  // Only the weightier side is certain to stay at its limit; settling the other as well could strand places.
  const settled = new Map<OpenClaim, number>();
  if (lacked >= exceeded) for (const { claim } of belowMinimum) settled.set(claim, claim.minimum);
  if (exceeded >= lacked) for (const { claim } of aboveCapacity) settled.set(claim, claim.capacity);
  let left = total;
  for (const [claim, limit] of settled) {
    places[claim.index] = limit;
    left -= limit;
  }
  handOut(
    left,
    open.filter((claim) => !settled.has(claim)),
    places,
  );
}

function lacking({ claim, numerator }: Share, denominator: bigint): bigint {
  return BigInt(claim.minimum) * denominator - numerator;
}

function excess({ claim, numerator }: Share, denominator: bigint): bigint {
  return numerator - BigInt(claim.capacity) * denominator;
}

function roundOff(total: number, shares: readonly Share[], denominator: bigint, places: number[]): void {
  const parts = shares.map(({ claim, numerator }) => ({
    claim,
    whole: Number(numerator / denominator),
    remainder: numerator % denominator,
  }));
  const missing = total - parts.reduce((sum, part) => sum + part.whole, 0);
  parts
    .sort(
      (a, b) =>
        Number(b.remainder - a.remainder) ||
        b.claim.capacity - a.claim.capacity ||
        a.claim.index - b.claim.index,
    )
    .forEach(({ claim, whole }, rank) => (places[claim.index] = whole + (rank < missing ? 1 : 0)));
}
