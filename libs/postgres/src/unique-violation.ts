import { errorCode } from './problem.js';

/** Whether a statement failed because a unique index holds such a row already; then it changed nothing. */
export const isUniqueViolation = (error: unknown): boolean => errorCode(error) === '23505';
