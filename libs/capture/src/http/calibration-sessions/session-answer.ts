import { ApiProperty } from '@nestjs/swagger';
import { GRADES, type CalibrationSession, type Grade, type PersonId } from '#audit-cycle';

/** A grade that somebody gave, once it may be seen. */
export class RevealedGrade {
  @ApiProperty({ type: 'string', format: 'uuid' }) person!: string;
  @ApiProperty({ type: 'string', enum: [...GRADES] }) grade!: Grade;
  @ApiProperty({ type: 'array', items: { type: 'object' } })
  sections!: readonly { readonly section: string; readonly grade: Grade }[];
}

/** A session as its people see it. Before the grades are revealed nobody is told any, only whether their own is in. */
export class SessionAnswer {
  @ApiProperty({ type: 'string', format: 'uuid' }) id!: string;
  @ApiProperty() record!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  tool!: { readonly id: string; readonly version: number };
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' } }) participants!: readonly string[];
  @ApiProperty({ type: 'string', format: 'uuid' }) leader!: string;
  @ApiProperty({ type: 'string', enum: ['grading', 'revealed', 'discussed'] })
  status!: CalibrationSession['status'];
  @ApiProperty({ description: 'Whether the grade of whoever asks is in.' }) committed!: boolean;
  @ApiProperty({ type: [RevealedGrade] }) grades!: readonly RevealedGrade[];
  @ApiProperty({ type: 'string', enum: [...GRADES], nullable: true }) agreedGrade!: Grade | null;
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' } }) approved!: readonly string[];
}

export function sessionAnswer(id: string, session: CalibrationSession, person: PersonId): SessionAnswer {
  const { opened, status, grades, discussion, approved } = session;
  const { record, tool, participants, leader } = opened;
  return {
    ...{ id, record, tool, participants, leader, status, approved },
    committed: grades.has(person),
    grades: status === 'grading' ? [] : [...grades].map(([who, given]) => ({ person: who, ...given })),
    agreedGrade: discussion?.agreedGrade ?? null,
  };
}
