import {
  applyDecorators,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actingPersonOf, Policy } from '#identity';
import { ApiProblem, Problem } from '#platform';
import { readsCases, READS_FIGURES } from './readers.js';

/** What narrows a figure down to a few children. */
const NARROW = ['cohort', 'team', 'area'];

/**
 * Figures have no fewest number of cases: those who read cases know them anyway. Whoever does not read cases asks for whole figures,
 * because a cell of one team and cohort may hold one child. Refusal: whole-figures-only.
 */
@Injectable()
class WholeFigures implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (readsCases(actingPersonOf(request))) return true;
    const asked = request.query as Readonly<Record<string, unknown>>;
    const filter = NARROW.find((name) => name in asked);
    const by = [asked['by']].flat().find((name) => NARROW.includes(String(name)));
    if (filter === undefined && by === undefined) return true;
    throw new Problem(
      403,
      'whole-figures-only',
      `Figures of parts may tell of one child, and are for those who read cases. Leave out ${filter ?? `by=${String(by)}`}, or take the published figures of the cycle.`,
    );
  }
}

/** Declares that a route answers with figures that are for use inside, not for publication. */
export const ReadsFigures = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    Policy({
      roles: READS_FIGURES,
      relationship: 'whoever reads no cases has figures of whole cycles, not of cohorts, teams and areas',
    }),
    UseGuards(WholeFigures),
    ApiProblem(403, 'not-permitted', 'whole-figures-only'),
  );
