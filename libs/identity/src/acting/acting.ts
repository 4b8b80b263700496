import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ActingPerson } from './acting-person.js';

const persons = new WeakMap<FastifyRequest, ActingPerson>();

/** Remembers who a request comes from; only the guard says so. */
export const remember = (request: FastifyRequest, person: ActingPerson): void => {
  persons.set(request, person);
};

/** Who a request comes from, once the guard has let it pass. @throws Error on a route that is open to anybody */
export function actingPersonOf(request: FastifyRequest): ActingPerson {
  const person = persons.get(request);
  if (person === undefined) throw new Error('A route that is open to anybody asked who it acts for');
  return person;
}

/** The person that the handler acts for. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actingPersonOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
