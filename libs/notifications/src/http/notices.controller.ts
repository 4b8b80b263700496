import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import type { Notices } from '../keeping/notice.js';
import { InboxAnswer, noticeAnswer, UnreadAnswer } from './notice-answer.js';
import { MarkReadBody, NoticesQuery, placeOf, placeText } from './notice-input.js';
import { NOTIFICATIONS, type NotificationsParts } from './notifications-parts.js';

const PAGE = 50;

/** Everybody's own inbox, and nobody else's. */
@ApiTags('me')
@Policy({ roles: 'any', relationship: 'whose notices they are' })
@Controller('v1/me/notices')
export class NoticesController {
  private readonly notices: Notices;
  private readonly clock: () => Date;

  constructor(@Inject(NOTIFICATIONS) { notices, clock }: NotificationsParts) {
    this.notices = notices;
    this.clock = clock;
  }

  @ApiOperation({ summary: 'Your notices, newest first, and how many of all are unread' })
  @ApiOkResponse({ type: InboxAnswer })
  @ApiProblem(400, 'invalid-input')
  @Get()
  async list(
    @Acting() { authority, person }: ActingPerson,
    @Query() { unread = false, after, limit = PAGE }: NoticesQuery,
  ): Promise<InboxAnswer> {
    const asked = { unread, after: after === undefined ? null : placeOf(after), limit: limit + 1 };
    const found = await this.notices.list(authority, person, asked);
    const items = found.slice(0, limit);
    return {
      items: items.map(noticeAnswer),
      next: found.length > limit ? placeText(items.at(-1)!) : null,
      unread: await this.notices.unread(authority, person),
    };
  }

  @ApiOperation({ summary: 'Mark notices of yours as read; ids that are not yours change nothing' })
  @ApiOkResponse({ type: UnreadAnswer })
  @ApiProblem(400, 'invalid-input')
  @HttpCode(200)
  @Post('read')
  async read(
    @Acting() { authority, person }: ActingPerson,
    @Body() { ids }: MarkReadBody,
  ): Promise<UnreadAnswer> {
    await this.notices.markRead(authority, person, ids, this.clock().toISOString());
    return { unread: await this.notices.unread(authority, person) };
  }
}
