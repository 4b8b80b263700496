import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import type { Role } from '../vocabulary/role.js';
import type { RegisterAuthority } from './commands.js';
import { authority } from './decider.js';
import type { AuthorityEvent } from './events.js';

const by = (...roles: Role[]) => ({ now: '2021-04-01T09:00:00.000Z', actor: { person: 'p1', roles } });
const setUp = { ...by(), actor: { person: 'p1', roles: [], process: 'set-up' } };

const register: RegisterAuthority = { type: 'RegisterAuthority', name: ' Northborough ', clock: 'real' };
const registered: AuthorityEvent = {
  type: 'AuthorityRegistered',
  facts: { name: 'Northborough', clock: 'real' },
  narrative: null,
};

describe('registering an authority', () => {
  it('is done by the product itself, as there are no people yet', () => {
    given(authority, []).when(register, setUp).then(registered);
  });

  it('is done by an administrator', () => {
    given(authority, []).when(register, by('administrator')).then(registered);
  });

  it('is refused to everybody else', () => {
    given(authority, []).when(register, by('qa-lead')).thenRefused('not-permitted');
  });

  it('happens once, so that a real clock never becomes a simulated one', () => {
    given(authority, [registered])
      .when({ ...register, clock: 'simulated' }, setUp)
      .thenRefused('already-registered');
  });

  it('needs a name', () => {
    given(authority, [])
      .when({ ...register, name: '  ' }, setUp)
      .thenRefused('name-missing');
  });
});
