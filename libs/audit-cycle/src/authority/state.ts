import type { AuthorityEvent, ClockKind } from './events.js';

export interface AuthorityState {
  readonly registered: { readonly name: string; readonly clock: ClockKind } | null;
}

export const notRegistered: AuthorityState = { registered: null };

export const evolveAuthority = (_state: AuthorityState, event: AuthorityEvent): AuthorityState => ({
  registered: event.facts,
});
