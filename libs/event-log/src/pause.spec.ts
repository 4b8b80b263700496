import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pause } from './pause.js';

const MINUTE_MS = 60_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a pause', () => {
  it('lasts as long as it was asked to, and not less', async () => {
    let isOver = false;
    void pause(MINUTE_MS, new AbortController().signal).then(() => (isOver = true));
    await jest.advanceTimersByTimeAsync(MINUTE_MS - 1);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
  });

  it('ends at once when it is called off, before or while it lasts, and leaves no timer', async () => {
    const calledOff = new AbortController();
    const resting = pause(MINUTE_MS, calledOff.signal);
    calledOff.abort();
    await resting;
    await pause(MINUTE_MS, calledOff.signal);
    expect(jest.getTimerCount()).toBe(0);
  });
});
