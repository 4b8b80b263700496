import { isAuthority } from '#event-log';
import { isUuid, Problem } from '#platform';
import type { ActingPerson, ActingPersonSource, RequestHeaders } from './acting-person.js';
import type { PeopleDirectory } from './people-directory.js';

const AUTHORITY_HEADER = 'x-touchstone-authority';
const PERSON_HEADER = 'x-touchstone-person';

/** What the application says, loudly, whenever it starts with trial sign-in. */
export const TRIAL_WARNING =
  'TRIAL SIGN-IN IS ON: whoever can reach this server can act as anybody, by naming them in a header. ' +
  'Use it for trying out, with made-up children only. TOUCHSTONE_TRIAL_SIGN_IN=off turns it off.';

/**
 * Believes the headers X-Touchstone-Authority and X-Touchstone-Person. For the embedded trial profile alone: whoever puts an
 * application together asks the configuration first. Roles never come from a header.
 */
export class TrialHeader implements ActingPersonSource {
  constructor(private readonly directory: PeopleDirectory) {}

  async identify(headers: RequestHeaders): Promise<ActingPerson | Problem> {
    const authority = headers[AUTHORITY_HEADER];
    const person = headers[PERSON_HEADER];
    if (typeof authority !== 'string' || typeof person !== 'string') return notSignedIn();
    const id = person.toLowerCase();
    if (!isAuthority(authority) || !isUuid(id)) return unknownPerson();
    const entry = await this.directory.find(authority, id);
    return entry === null ? unknownPerson() : { authority, person: id, ...entry };
  }
}

const notSignedIn = (): Problem =>
  new Problem(
    401,
    'not-signed-in',
    'Say who you are: send the headers X-Touchstone-Authority and X-Touchstone-Person, once each.',
  );

const unknownPerson = (): Problem =>
  new Problem(
    401,
    'person-unknown',
    'Nobody of this id works for this authority, or there is no such authority.',
  );
