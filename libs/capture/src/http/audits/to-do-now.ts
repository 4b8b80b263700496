import { ApiProperty } from '@nestjs/swagger';

/** What somebody who raises an immediate risk is answered: recording it makes no child safe. */
export const TO_DO_NOW = {
  toDoNow:
    'Speak to a manager now; out of office hours, to the emergency duty team. Do not wait for an answer to this record.',
} as const;

export class ToDoNow {
  @ApiProperty({ type: 'string', description: 'What to do at once, in words for the person who raised it.' })
  toDoNow!: string;
}
