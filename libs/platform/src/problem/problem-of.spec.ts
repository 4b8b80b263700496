import { describe, expect, it } from '@jest/globals';
import { problemOf } from './problem-of.js';

const coded = (code: string, more: object = {}): Error =>
  Object.assign(new Error('something'), { code, ...more });
const statusOf = (error: unknown): number => problemOf(error).problem.status;

describe('the answer to a failure of the database', () => {
  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'Query runner already released. Cannot run queries anymore.',
    'Database connection provided by a query runner was already released, cannot continue to use its querying methods until it is released.',
  ])('is 503 with a request to come back when a session was lost: %s', (message) => {
    const { problem, unexpected } = problemOf(new Error(message));
    expect([problem.status, problem.code, unexpected]).toEqual([503, 'database-unreachable', true]);
    expect(problem.headers).toEqual({ 'retry-after': '5' });
  });

  it.each([
    ...['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
    ...['08001', '08006', '57P01', '57P03', '53300'],
  ])('is 503 for the code %s', (code) => {
    expect(statusOf(coded(code))).toBe(503);
  });

  it('is 503 for a socket that is not there, and not for another file', () => {
    expect(statusOf(coded('ENOENT', { syscall: 'connect' }))).toBe(503);
    expect(statusOf(coded('ENOENT', { syscall: 'open' }))).toBe(500);
  });

  it.each([
    new Error('the column "Query runner already released." does not exist'),
    new Error('Cannot release a query runner'),
    coded('23505'),
    ...['Connection terminated', null, undefined],
  ])('is 500 for anything else: %s', (error) => {
    expect(statusOf(error)).toBe(500);
  });
});
