import type { ClockKind } from './events.js';

export interface RegisterAuthority {
  readonly type: 'RegisterAuthority';
  readonly name: string;
  readonly clock: ClockKind;
}

export type AuthorityCommand = RegisterAuthority;
