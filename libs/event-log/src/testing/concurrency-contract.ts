import { describe, expect, it } from '@jest/globals';
import type { EventLog } from '../event-log.js';
import { anAuthority } from './an-authority.js';
import type { LogUnderTest } from './log-under-test.js';
import { anAppend, aStream } from './sample-events.js';

export function concurrencyContract(underTest: () => LogUnderTest): void {
  describe('many writers at once', () => {
    it('has exactly one winner per version of a stream', async () => {
      const { log, other } = underTest();
      const stream = aStream(anAuthority());
      for (let version = 0; version < 20; version++) {
        const expectation = version === 0 ? 'none' : BigInt(version - 1);
        const answers = await Promise.all(
          writers(log, other, 16).map((writer) => writer.append(anAppend(stream, { expect: expectation }))),
        );
        const outcomes = answers.map(({ outcome }) => outcome);
        expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(15);
      }
      expect((await log.readStream(stream)).map(({ revision }) => revision)).toEqual(
        Array.from({ length: 20 }, (_, n) => BigInt(n)),
      );
    });

    it('does a command once that is sent ten times at once, and answers all ten alike', async () => {
      const { log, other } = underTest();
      const stream = aStream(anAuthority());
      const append = anAppend(stream, { expect: 'none' });
      const answers = await Promise.all(writers(log, other, 10).map((writer) => writer.append(append)));
      expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      const places = answers.map(({ outcome, ...place }) => {
        expect(['appended', 'already-done']).toContain(outcome);
        return place;
      });
      expect(
        new Set(places.map((place) => JSON.stringify(place, (_, value: unknown) => String(value)))).size,
      ).toBe(1);
      expect(await log.readStream(stream)).toHaveLength(1);
    });

    it('a conflict of one caller never fails its neighbours', async () => {
      const { log, other } = underTest();
      const authority = anAuthority();
      const answers = await Promise.all(
        writers(log, other, 40).map((writer, n) =>
          writer.append(anAppend(aStream(authority), { expect: n % 4 === 0 ? 'exists' : 'none' })),
        ),
      );
      answers.forEach(({ outcome }, n) => expect(outcome).toBe(n % 4 === 0 ? 'conflict' : 'appended'));
      expect((await log.readAll(authority)).events).toHaveLength(30);
    });

    it('a follower sees every event once and each stream in order while 16 writers append', async () => {
      const { log, other } = underTest();
      const authority = anAuthority();
      const [perWriter, size] = [25, 2];
      const writing = Promise.all(
        writers(log, other, 16).map(async (writer) => {
          const stream = aStream(authority);
          for (let n = 0; n < perWriter; n++) await writer.append(anAppend(stream, { count: size }));
        }),
      );
      const total = 16 * perWriter * size;
      const stop = new AbortController();
      const positions: bigint[] = [];
      const revisions = new Map<string, bigint>();
      for await (const { events } of log.follow(authority, { limit: 37, signal: stop.signal })) {
        for (const { header, position, revision } of events) {
          expect(revision).toBe((revisions.get(header.stream) ?? -1n) + 1n);
          revisions.set(header.stream, revision);
          positions.push(position);
        }
        if (positions.length >= total) stop.abort();
      }
      await writing;
      expect(positions).toHaveLength(total);
      if (log.capabilities.positions === 'dense')
        expect(positions).toEqual(Array.from({ length: total }, (_, n) => BigInt(n + 1)));
    });
  });
}

/** Writers that take turns between two doors to the log. */
const writers = (log: EventLog, other: EventLog, count: number): EventLog[] =>
  Array.from({ length: count }, (_, n) => (n % 2 === 0 ? log : other));
