import type { FastifyInstance } from 'fastify';
import type { Configuration } from '../configuration/configuration.js';
import { Problem } from '../problem/problem.js';

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];
const EVERY_ADDRESS = ['0.0.0.0', '::', '[::]'];

/**
 * The names by which a server with trial sign-in may be called; null for any. A page of a stranger whose name was made to point at
 * this machine calls it by that name, and would else be believed whoever it says it is.
 */
export function allowedHosts({
  trialSignIn,
  host,
}: Pick<Configuration, 'trialSignIn' | 'host'>): ReadonlySet<string> | null {
  if (!trialSignIn || EVERY_ADDRESS.includes(host)) return null;
  const own = host.toLowerCase();
  return new Set([...THIS_MACHINE, /^[^[].*:/.test(own) ? `[${own}]` : own]);
}

/** Turns away every request that calls the server by another name, before anything is read of it. */
export function refuseOtherHosts(server: FastifyInstance, allowed: ReadonlySet<string>): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(allowed.has(nameOf(request.headers.host ?? '')) ? undefined : hostNotAllowed());
  });
}

/** Without its port. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '');

const hostNotAllowed = (): Problem =>
  new Problem(
    421,
    'host-not-allowed',
    'With trial sign-in this server answers only to localhost and to the name in TOUCHSTONE_HOST. Call it by one of them.',
  );
