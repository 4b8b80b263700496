import { Controller, Get, Header, HttpStatus, Inject, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Line, Open, Problem } from '#platform';
import { renderPage } from '../page/page-templates.js';
import { presentStart } from './start.presenter.js';
import { StartFiguresReader } from './start-figures-reader.js';

/** Token of whether this is the trial profile. */
export const TRIAL = Symbol('Trial');

class StartChoice {
  @Line({ optional: true }) authority?: string;
  @Line({ optional: true }) cycle?: string;
}

@ApiExcludeController()
@Controller()
export class StartController {
  constructor(
    private readonly figures: StartFiguresReader,
    @Inject(TRIAL) private readonly trial: boolean,
  ) {}

  /** Until there is a sign-in, this page exists in the trial profile alone. */
  @Open(
    'The trial profile shows its made-up authorities to whoever tries it; without the trial there is no such page',
  )
  @Header('content-type', 'text/html; charset=utf-8')
  @Get()
  async show(@Query() choice: StartChoice, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!this.trial) {
      throw new Problem(
        404,
        'not-found',
        'There is no page here. The interface for programs is described at /v1/openapi.json.',
      );
    }
    const figures = await this.figures.read(choice.authority, choice.cycle);
    if (figures.notFound !== null) void reply.status(HttpStatus.NOT_FOUND);
    return renderPage('start/start.njk', presentStart(figures));
  }
}
