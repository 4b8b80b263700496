import { createHash } from 'node:crypto';

/** With which figures draw their intervals again. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
