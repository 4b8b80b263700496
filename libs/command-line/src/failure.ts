/** SQLSTATE of PostgreSQL, and the system's own codes. */
const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** A broken machine in words that say what to do. Nothing that was acknowledged before is lost by it. */
export function failureInWords(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  return typeof code === 'string' && DISK_FULL.has(code) && !message.includes('is full')
    ? `The disk is full, so the last step was not recorded (${message}). Make room, then say the same words again.`
    : message;
}
