import { describe, expect, it } from '@jest/globals';
import { connectionFromUrl } from './connection.js';

describe('DATABASE_URL', () => {
  it('names host, port, database, user and password, each of which may be escaped', () => {
    expect(connectionFromUrl('postgres://an%40user:p%2Fw@db.example:6432/touch%20stone')).toEqual({
      host: 'db.example',
      port: 6432,
      database: 'touch stone',
      user: 'an@user',
      password: 'p/w',
    });
  });

  it('has the usual port and no password when it names none', () => {
    expect(connectionFromUrl('postgresql://user@[::1]/record')).toEqual({
      host: '::1',
      port: 5432,
      database: 'record',
      user: 'user',
    });
  });

  it('may name the folder of a socket', () => {
    expect(connectionFromUrl('postgres://user@localhost/record?host=/run/postgresql')).toMatchObject({
      host: '/run/postgresql',
    });
  });

  it.each([
    ['disable', false],
    ['require', { rejectUnauthorized: false }],
    ['verify-full', true],
  ])('may ask for sslmode=%s', (mode, ssl) => {
    expect(connectionFromUrl(`postgres://user@host/record?sslmode=${mode}`)).toMatchObject({ ssl });
  });

  it.each([
    ['', 'must look like'],
    ['mysql://user:secret@host/record', 'must look like'],
    ['postgres://user:secret@host', 'names no database'],
    ['postgres://host/record', 'names no user'],
    ['postgres://user:secret@host/record?sslmode=prefer', 'one of disable, require, verify-full'],
    ['postgres://user:secret@host/record?sslmode=', 'one of disable, require, verify-full'],
    ['postgres://user:secret@host/record?pool=9', 'has the parameter "pool"'],
    ['postgres://user:secret%zz@host/record', 'two hexadecimal digits'],
  ])('is refused when it is %j, without repeating its password', (url, reason) => {
    const parse = (): unknown => connectionFromUrl(url);
    expect(parse).toThrow(reason);
    expect(parse).not.toThrow('secret');
  });
});
