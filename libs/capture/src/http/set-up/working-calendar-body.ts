import { ApiProperty } from '@nestjs/swagger';
import type { IsoDate, WorkingCalendarState } from '#audit-cycle';
import { days, ListOf, Part, Text } from '#platform';
import { PeriodBody } from '../cycles/plan-cycle-body.js';

const MOST_HOLIDAYS = 5000;

export class BankHolidaysBody {
  @Part(() => PeriodBody, { about: 'The span that the list is complete for.' }) covers!: PeriodBody;
  @ListOf(days, { max: MOST_HOLIDAYS, about: 'All of them, also those known before; earliest first.' })
  holidays!: string[];
  @Text({ max: 500, about: 'Where the dates come from.' }) source!: string;
}

export class WorkingCalendarAnswer {
  @ApiProperty({ type: () => PeriodBody, nullable: true, description: 'Null before any were published.' })
  covers!: WorkingCalendarState['covers'];
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'date' } }) holidays!: readonly IsoDate[];
}
