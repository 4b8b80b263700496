import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/open.js';
import { ApiProblem } from '../problem/api-problem.js';
import { Problem } from '../problem/problem.js';
import { READINESS_CHECKS, type ReadinessCheck } from './readiness-check.js';

const NO_DATA = 'Says whether the service runs, and nothing about anybody';

@ApiTags('about')
@Controller('v1/health')
export class HealthController {
  constructor(@Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  @Open(NO_DATA)
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['live'] } } } })
  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Open(NO_DATA)
  @ApiOperation({ summary: 'Whether requests can be answered' })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['ready'] } } } })
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['status'],
      properties: {
        status: { type: 'string', enum: ['ready'] },
        impaired: {
          type: 'array',
          items: { type: 'string' },
          description: 'What does not work although requests are answered; left out where everything does.',
        },
      },
    },
  })
  @ApiProblem(503, 'not-ready')
  @Get('ready')
  async ready(): Promise<{ status: 'ready'; impaired?: readonly string[] }> {
    const found = await Promise.allSettled(this.checks.map(({ check }) => check()));
    const broken = this.checks.filter((_, n) => found[n]?.status === 'rejected');
    const failing = broken.filter(({ needed = true }) => needed).map(({ name }) => name);
    const impaired = broken.map(({ name }) => name);
    if (failing.length === 0) return { status: 'ready', ...(impaired.length === 0 ? {} : { impaired }) };
    throw new Problem(503, 'not-ready', `Not ready yet: ${failing.join(', ')}.`, {
      members: { failing },
      headers: { 'retry-after': '5' },
    });
  }
}
