import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiResponse, getSchemaPath } from '@nestjs/swagger';

/** A problem document as the API description shows it. */
export class ProblemShape {
  @ApiProperty({ type: 'string', example: 'urn:touchstone:problem:revision-mismatch' }) type!: string;
  @ApiProperty({ type: 'string', example: 'Revision mismatch' }) title!: string;
  @ApiProperty({ type: 'integer', example: 412 }) status!: number;
  @ApiProperty({ type: 'string', description: 'What was found and what to do about it.' }) detail!: string;
  @ApiProperty({ type: 'string', description: 'Stable, for programs.', example: 'revision-mismatch' })
  code!: string;
  @ApiProperty({ type: 'string', description: 'Id of the request, for whoever looks into it.' })
  request!: string;
  @ApiProperty({
    type: 'array',
    required: false,
    description: 'Of a request that does not fit its description: each place and what is wrong there.',
    items: {
      type: 'object',
      properties: { path: { type: 'string' }, message: { type: 'string' } },
      required: ['path', 'message'],
    },
  })
  errors?: { path: string; message: string }[];
}

/** Documents one status with the codes that it may carry. */
export const ApiProblem = (status: number, ...codes: readonly string[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiExtraModels(ProblemShape),
    ApiResponse({
      status,
      description: `Problem: ${codes.join(', ')}`,
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemShape) } } },
    }),
  );
