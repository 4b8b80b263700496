import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '#audit-cycle';
import { ApiProblem } from '#platform';

export interface RoutePolicy {
  /** Roles of which one is needed; `any`: whoever works for the authority. */
  readonly roles: readonly Role[] | 'any';
  /** What else the decision itself asks for: `the auditor to whom the case is allocated`. */
  readonly relationship?: string;
}

export const ROUTE_POLICY = 'touchstone:route-policy';

/** Declares who may use a route. It keeps out who has no business here at all; the rules of the domain decide behind it. */
export const Policy = (policy: RoutePolicy): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ROUTE_POLICY, policy),
    ApiExtension('x-policy', { ...policy, roles: policy.roles === 'any' ? 'any' : [...policy.roles] }),
    ApiProblem(401, 'not-signed-in', 'person-unknown', 'sign-in-not-set-up'),
    ...(policy.roles === 'any' ? [] : [ApiProblem(403, 'not-permitted')]),
  );
