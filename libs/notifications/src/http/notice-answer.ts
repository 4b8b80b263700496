import { ApiProperty } from '@nestjs/swagger';
import type { KeptNotice } from '../keeping/notice.js';
import { linkTo } from '../rules/link.js';
import { SAID } from '../rules/said.js';

const MOMENT = { type: 'string', format: 'date-time' } as const;

export class NoticeAnswer {
  @ApiProperty({ type: 'string', format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'string', enum: Object.keys(SAID), description: 'What it says, for programs.' })
  code!: string;
  @ApiProperty({ type: 'string', description: 'What it says; nobody is named in it.' }) sentence!: string;
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Where to look; you may or may not be let in there.',
  })
  link!: string | null;
  @ApiProperty({ ...MOMENT, description: 'When it happened.' }) at!: string;
  @ApiProperty({ ...MOMENT, nullable: true, description: 'When you marked it as read.' }) readAt!:
    string | null;
}

export class InboxAnswer {
  @ApiProperty({ type: () => NoticeAnswer, isArray: true }) items!: readonly NoticeAnswer[];
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Give it as `after` for older ones; null at the end.',
  })
  next!: string | null;
  @ApiProperty({ type: 'integer', description: 'Unread in the whole inbox.' }) unread!: number;
}

export class UnreadAnswer {
  @ApiProperty({ type: 'integer', description: 'Unread in the whole inbox.' }) unread!: number;
}

export const noticeAnswer = ({ id, code, about, at, readAt }: KeptNotice): NoticeAnswer => ({
  ...{ id, code, at, readAt },
  sentence: SAID[code],
  link: linkTo(about),
});
