import '@fastify/multipart';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

const MB = 1024 * 1024;
/** Larger than any list that is read, so that a list which is too large is answered by whoever knows lists. */
export const LARGEST_FILE = 60 * MB;

const UPLOAD = { takesFiles: true } as const;

/** Declares a route that takes a file as multipart/form-data; no other route does. */
export const TakesFiles = (): MethodDecorator => RouteConfig(UPLOAD);

export const takesFiles = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as Partial<typeof UPLOAD> | undefined)?.takesFiles === true;

export interface Upload {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The other fields, as text. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads the one file of a request and the fields beside it.
 * @throws Problem 400 `file-missing`, `file-twice`, `field-twice`; 413 `body-too-large`; 415 for anything but multipart/form-data
 */
export async function readUpload(request: FastifyRequest, fileField = 'file'): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new Problem(415, 'media-type-not-supported', 'Send the file as multipart/form-data.');
  }
  const fields = new Map<string, string>();
  let file: Pick<Upload, 'fileName' | 'bytes'> | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (part.fieldname !== fileField) throw misplacedFile(fileField);
      if (file !== null) throw new Problem(400, 'file-twice', 'Send one file at a time.');
      file = { fileName: part.filename, bytes: await part.toBuffer() };
    } else {
      if (fields.has(part.fieldname)) throw new Problem(400, 'field-twice', 'Send each field once.');
      fields.set(part.fieldname, String(part.value));
    }
  }
  if (file === null) throw misplacedFile(fileField);
  return { ...file, fields: Object.fromEntries(fields) };
}

const misplacedFile = (fileField: string): Problem =>
  new Problem(400, 'file-missing', `Send the file in the field "${fileField}".`);
