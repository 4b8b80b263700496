import { createHash } from 'node:crypto';

/**
 * A UUID (version 8, RFC 9562) that depends on its cause alone: whoever creates the same thing for the same reason gives it
 * the same id, so doing it twice does no harm. The parts are hashed with SHA-256, a zero byte between them.
 */
export function derivedId(...cause: readonly [string, ...string[]]): string {
  const bytes = createHash('sha256').update(cause.join('\0')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
