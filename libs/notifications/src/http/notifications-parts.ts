import type { PeopleNames } from '#identity';
import type { Notices } from '../keeping/notice.js';

export interface NotificationsParts {
  readonly notices: Notices;
  readonly names: Pick<PeopleNames, 'giveAddress'>;
  readonly clock: () => Date;
}

export const NOTIFICATIONS = Symbol('notifications');
