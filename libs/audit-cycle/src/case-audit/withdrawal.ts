/** Why an audit may be taken out of a cycle. A closed case, a transfer or a move is no reason: the work until then is audited. */
export const WITHDRAWAL_REASONS = [
  'selected-in-error',
  'duplicate-record',
  'restricted-record',
  'child-died',
] as const;
/** Why an audit was taken out of its cycle. */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export const isWithdrawalReason = (code: string): code is WithdrawalReason =>
  WITHDRAWAL_REASONS.some((reason) => reason === code);
