import type { ActingPerson } from '#identity';
import type { Ageing, CompletionInParts } from '#views';
import { readsCases } from '../reading/readers.js';

/** A figure of completion without its parts by team. */
export type OfAllTeams<Figure extends CompletionInParts = CompletionInParts> = Omit<
  Figure,
  'byTeam' | 'ageing'
> & { readonly ageing: Omit<Ageing, 'byTeam'> };

/** An action of a team may be about one child. So whoever reads no cases, and is refused `team`, is not shown teams unasked either. */
export function teamsShown<Figure extends CompletionInParts>(
  acting: ActingPerson,
  figure: Figure,
): Figure | OfAllTeams<Figure> {
  if (readsCases(acting)) return figure;
  const { byTeam: _teams, ageing, ...whole } = figure;
  const { byTeam: _aged, ...ofAll } = ageing;
  return { ...whole, ageing: ofAll };
}
