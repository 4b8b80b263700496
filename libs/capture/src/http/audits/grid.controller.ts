import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseAuditCommand, Order } from '#audit-cycle';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { decideEach, RecordsEach, type EachDecided } from '../deciding/each-decided.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { GridBody, type GridCaseBody } from './grid-body.js';
import { sectionAnswered } from './section-answer.js';

/** A dip sample is filled in as a grid: a row for each case, a column for each section. */
@ApiTags('audits')
@Controller('v1/audits/grid')
export class GridController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['auditor'], relationship: 'for each case, the auditor to whom it is allocated' })
  @RecordsEach('Answer and grade many cases: for each its start, its answers and its grade, in this order')
  @Post()
  enter(@Sends() sending: Sending, @Body() { cases }: GridBody): Promise<EachDecided> {
    return decideEach(this.desk, sending, cases.flatMap(ordersOf));
  }
}

const ordersOf = ({ audit, start, answers, grade }: GridCaseBody, row: number): Order[] => {
  const commands: CaseAuditCommand[] = [
    ...(start === true ? [{ type: 'StartAudit' } as const] : []),
    ...answers.map(({ section, ...answer }, n) =>
      sectionAnswered(section, answer, `cases.${row}.answers.${n}.`),
    ),
    ...(grade === undefined
      ? []
      : [{ type: 'GradeCase', strengths: [], development: [], ...grade } as const]),
  ];
  return commands.map((command) => ({ kind: 'case-audit', id: audit, command }));
};
