import { hash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal. Text is hashed as UTF-8. */
export const sha256Hex = (data: Uint8Array | string): string => hash('sha256', data, 'hex');
