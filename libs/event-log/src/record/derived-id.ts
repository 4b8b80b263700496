import { sha256Hex } from './digest.js';

/**
 * A UUID (version 8, RFC 9562) that depends on its cause alone: whoever creates the same thing for the same reason gives it
 * the same id, so doing it twice does no harm. The parts are hashed with SHA-256, a zero byte between them.
 */
export function derivedId(...cause: readonly [string, ...string[]]): string {
  const digest = sha256Hex(cause.join('\0'));
  const variant = ((Number.parseInt(digest[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
