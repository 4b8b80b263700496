import type { PersonId } from '#audit-cycle';
import type { ActingPerson } from '#identity';
import { Problem } from '#platform';
import type { AuditRow } from '#views';
import { readsWhoGraded } from './readers.js';

/** Stands for a person who is not named to the reader; `null` says that there is nobody. */
export const SOMEBODY_ELSE = 'somebody-else';

/** The person, if the reader may be told who it is. */
export const namedTo = (acting: ActingPerson, person: PersonId | null): PersonId | null =>
  person === null || person === acting.person || readsWhoGraded(acting) ? person : SOMEBODY_ELSE;

/** An audit, with those who grade named to those alone who may be told. */
export const auditFor = (acting: ActingPerson, audit: AuditRow): AuditRow => ({
  ...audit,
  auditor: namedTo(acting, audit.auditor),
  moderator: namedTo(acting, audit.moderator),
});

/** @throws Problem 403 for the cases of somebody else, asked for by whoever is not told whose they are */
export function refuseOthers(
  acting: ActingPerson,
  asked: { readonly auditor?: PersonId | undefined; readonly moderator?: PersonId | undefined },
): void {
  for (const filter of ['auditor', 'moderator'] as const) {
    const person = asked[filter];
    if (person !== undefined && namedTo(acting, person) !== person)
      throw new Problem(
        403,
        'not-yours',
        `Who graded a case is told to QA leads, the Caldicott Guardian and inspectors. Name yourself as \`${filter}\`, or leave it out.`,
      );
  }
}
