import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { londonDate } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Problem, type Log } from '#platform';
import { foundOr404, notFound } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_ALL_NARRATIVE } from '../reading/readers.js';
import { LOG } from '../reading/sources.js';
import { NarratedStreams } from './narrated-streams.js';
import { owns, readsAll } from './who-reads.js';

/** What is copied onto the child's own record: what is to be done and by when, and nothing of how the work was graded. */
export class ChildRecordText {
  @ApiProperty({ type: 'string', format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'Null where the words were erased.' })
  text!: string | null;
}

@ApiTags('narrative')
@Controller('v1/actions/:id/child-record-text')
export class ChildRecordTextController {
  constructor(
    private readonly streams: NarratedStreams,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Policy({
    roles: [...READS_ALL_NARRATIVE, 'action-owner', 'practitioner'],
    relationship: 'an owner reads the actions that are theirs',
  })
  @ApiOperation({ summary: "The text of an action to copy onto the child's own record, without any grade" })
  @ApiOkResponse({
    type: ChildRecordText,
    headers: { ETag: { description: 'Revision of the stream.', schema: { type: 'string', example: '"4"' } } },
  })
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(404, 'not-found')
  @ApiProblem(503, 'database-unreachable')
  @Get()
  async text(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChildRecordText> {
    const action = foundOr404(await this.streams.open(acting.authority, 'improvement-action', id), 'action');
    const { state, words, revision, name } = action;
    // To whoever it is not for, the actions of others are not there.
    if (state.status === 'not-set' || (!readsAll(acting) && !owns(acting, action))) throw notFound('action');
    if (state.source.kind === 'measure') throw onNoRecord();
    this.log.info({ person: acting.person, stream: name }, 'narrative read');
    void reply.header('etag', `"${revision}"`);
    const set = words.find(({ type }) => type === 'ActionSet');
    const text = set?.narrative['text'];
    return {
      id,
      text:
        set === undefined || text === undefined
          ? null
          : `Action from a quality audit, set on ${londonDate(set.occurredAt)}, due on ${state.due}:\n${text}`,
    };
  }
}

const onNoRecord = (): Problem =>
  new Problem(
    404,
    'not-found',
    'A surgery set this action. It is about no one child, so there is nothing to copy onto the record of one.',
  );
