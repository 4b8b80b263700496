import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { OPEN_ROUTE, Problem } from '#platform';
import { ACTING_PERSON_SOURCE, type ActingPerson, type ActingPersonSource } from '../acting/acting-person.js';
import { remember } from '../acting/acting.js';
import { ROUTE_POLICY, type RoutePolicy } from './policy.js';

/** Asks of every request what its route has declared. A route that declares nothing lets nobody in. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ACTING_PERSON_SOURCE) private readonly source: ActingPersonSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, declared);
    if (policy === undefined) {
      if (this.reflector.getAllAndOverride<string | undefined>(OPEN_ROUTE, declared) !== undefined)
        return true;
      throw new Problem(403, 'no-policy', 'This address has not said who may use it, so nobody may.');
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const person = await this.source.identify(request.headers);
    if (person instanceof Problem) throw person;
    refuseUnlessHeld(policy, person);
    remember(request, person);
    return true;
  }
}

function refuseUnlessHeld({ roles }: RoutePolicy, person: ActingPerson): void {
  if (roles === 'any' || roles.some((role) => person.roles.includes(role))) return;
  throw new Problem(
    403,
    'not-permitted',
    `Ask somebody who holds the role ${roles.join(' or ')} to do this.`,
    {
      members: { roles },
    },
  );
}
