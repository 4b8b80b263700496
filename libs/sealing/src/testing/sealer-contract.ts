import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CannotOpen, type Place, type Sealer } from '../sealer.js';

const PLACE: Place = { authority: 'shire', stream: `shire/cycle-${randomUUID()}`, what: 'list' };

/** What every sealer promises. `sealers`: two with different keys, made anew for each test. */
export const sealerContract = (adapter: string, sealers: () => readonly [Sealer, Sealer]): void =>
  describe(`the sealer contract: ${adapter}`, () => {
    const text = Buffer.from('{"child":"A1","ethnicity":"asian"}');
    const whyNot = async (opening: Promise<unknown>): Promise<unknown> =>
      opening.then(
        () => 'opened',
        (error: unknown) => (error instanceof CannotOpen ? error.why : error),
      );

    it.each([0, 1, 15, 16, 17, 4096])('opens what it sealed: %d bytes', async (length) => {
      const bytes = randomBytes(length);
      const sealed = await sealers()[0].seal(bytes, PLACE);
      expect(Buffer.from(await sealers()[0].open(sealed, PLACE))).toEqual(bytes);
    });

    it('seals the same to the same in one place, and to something else everywhere else', async () => {
      const places = [
        PLACE,
        { ...PLACE, authority: 'county' },
        { ...PLACE, stream: `shire/cycle-${randomUUID()}` },
        { ...PLACE, what: 'note' },
      ];
      const sealed = await Promise.all(
        [...places, PLACE].map(async (place) =>
          Buffer.from(await sealers()[0].seal(text, place)).toString('hex'),
        ),
      );
      expect(sealed[4]).toBe(sealed[0]);
      expect(new Set(sealed).size).toBe(4);
    });

    it('tells nothing of what is sealed but its length', async () => {
      const sealed = Buffer.from(await sealers()[0].seal(text, PLACE));
      for (const word of ['child', 'A1', 'asian']) expect(sealed.includes(word)).toBe(false);
    });

    it.each([
      ['authority', { ...PLACE, authority: 'county' }],
      ['stream', { ...PLACE, stream: `shire/cycle-${randomUUID()}` }],
      ['what', { ...PLACE, what: 'note' }],
    ])('does not open it in another place: another %s', async (_, elsewhere) => {
      const sealed = await sealers()[0].seal(text, PLACE);
      expect(await whyNot(sealers()[0].open(sealed, elsewhere))).toMatch(/^(other-key|changed)$/);
    });

    it('says that another key sealed it', async () => {
      const sealed = await sealers()[0].seal(text, PLACE);
      expect(await whyNot(sealers()[1].open(sealed, PLACE))).toBe('other-key');
    });

    it('does not open it when any byte of it was changed', async () => {
      const sealed = Buffer.from(await sealers()[0].seal(text, PLACE));
      const changed = [...sealed.keys()].map((at) => {
        const copy = Buffer.from(sealed);
        copy[at]! ^= 1;
        return whyNot(sealers()[0].open(copy, PLACE));
      });
      expect(new Set(await Promise.all(changed))).toEqual(
        new Set(['unknown-format', 'other-key', 'changed']),
      );
    });

    it('does not open a part of it, nor more than it', async () => {
      const sealed = Buffer.from(await sealers()[0].seal(text, PLACE));
      const lengths = [...sealed.keys()].map((length) => sealed.subarray(0, length));
      for (const bytes of [...lengths, Buffer.concat([sealed, Buffer.of(0)])])
        expect(await whyNot(sealers()[0].open(bytes, PLACE))).toMatch(/^(unknown-format|changed)$/);
    });
  });
