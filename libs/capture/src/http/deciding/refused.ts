import type { Refusal } from '#audit-cycle';
import { Problem } from '#platform';
import { statusOf } from './refusal-status.js';

/** A refusal of the domain as the problem that it is answered with; its details become members. */
export const refused = ({ code, message, details }: Refusal): Problem =>
  new Problem(statusOf(code), code, message, details === undefined ? {} : { members: { details } });

export const notFound = (what: string): Problem =>
  new Problem(404, 'not-found', `There is no such ${what} in this authority.`);
