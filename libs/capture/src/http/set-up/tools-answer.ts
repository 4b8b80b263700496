import { ApiProperty } from '@nestjs/swagger';
import type { AuditToolState, ToolVersion } from '#audit-cycle';
import { ToolBody } from './tool-body.js';

const STATUSES = ['drafted', 'published', 'retired'] as const;

export class ToolVersionAnswer {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'string', enum: STATUSES }) status!: ToolVersion['status'];
  @ApiProperty({ type: () => ToolBody }) definition!: ToolVersion['definition'];
}

export class ToolAnswer {
  @ApiProperty({ type: 'string', format: 'uuid' }) id!: string;
  @ApiProperty({ type: () => ToolVersionAnswer, isArray: true, description: 'Oldest first.' })
  versions!: readonly ToolVersionAnswer[];
}

export class ToolsAnswer {
  @ApiProperty({ type: () => ToolAnswer, isArray: true }) tools!: readonly ToolAnswer[];
}

export const toolAnswer = (id: string, { versions }: AuditToolState): ToolAnswer => ({
  id,
  versions: Object.entries(versions).map(([version, tool]) => ({ version: Number(version), ...tool })),
});
