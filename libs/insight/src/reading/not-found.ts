import { Problem } from '#platform';

/** Hands on what was found. @throws Problem 404, the same for what never was and what another authority has */
export function foundOr404<Thing>(thing: Thing | null, what: string): Thing {
  if (thing !== null) return thing;
  throw notFound(what);
}

export const notFound = (what: string): Problem =>
  new Problem(
    404,
    'not-found',
    `This authority has no such ${what}, or had none at the moment that was asked for.`,
  );
