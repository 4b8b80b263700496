import { randomUUID } from 'node:crypto';

/** An authority that no other test uses. */
export const anAuthority = (): string => `authority-${randomUUID()}`;
