import type { StreamKind } from '#audit-cycle';

const PATHS: Readonly<Partial<Record<StreamKind, string>>> = {
  person: '/v1/people',
  cycle: '/v1/cycles',
  'case-audit': '/v1/audits',
  escalation: '/v1/escalations',
  'improvement-action': '/v1/actions',
  're-audit': '/v1/re-audits',
  'review-round': '/v1/review-rounds',
  'calibration-session': '/v1/calibration-sessions',
  measure: '/v1/measures',
};

/** Where the thing is looked at; whether its reader may, is asked there. Null for what has no address of its own. */
export const linkTo = ({ kind, id }: { readonly kind: StreamKind; readonly id: string }): string | null => {
  const path = PATHS[kind];
  return path === undefined ? null : `${path}/${id}`;
};
