import type { Figure } from '../figure.js';

/** The reason why there is no figure, as the member that worked values name it by; nothing where there is one. */
export const reasonOf = (figure: Figure<unknown, string>): { readonly reason?: string } =>
  'reason' in figure ? { reason: figure.reason } : {};
