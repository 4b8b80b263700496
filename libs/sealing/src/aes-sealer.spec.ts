import { createDecipheriv, hkdfSync } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { AesSealer } from './aes-sealer.js';
import { rootKey } from './root-key.js';
import { sealerContract } from './testing/sealer-contract.js';

const KEY = Buffer.alloc(32, 1);
const sealer = (fill: number): AesSealer => new AesSealer(rootKey(Buffer.alloc(32, fill)));

sealerContract('AES-256-GCM', () => [sealer(1), sealer(2)]);

it('is what docs/adr/0013 says, so that anybody with the key can open it without this program', async () => {
  const place = { authority: 'shire', stream: 'shire/cycle-1', what: 'characteristics' };
  const sealed = Buffer.from(await sealer(1).seal(Buffer.from('told'), place));
  const hkdf = (key: Uint8Array, salt: Uint8Array, info: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', key, salt, info, length));
  const authority = hkdf(KEY, Buffer.alloc(0), 'touchstone authority 1 contents shire', 32);
  const made = hkdf(authority, sealed.subarray(1, 33), 'touchstone sealed bytes 1', 76);
  expect(sealed.subarray(33, 65)).toEqual(made.subarray(44));
  const cipher = createDecipheriv('aes-256-gcm', made.subarray(0, 32), made.subarray(32, 44))
    .setAAD(Buffer.from('{"authority":"shire","format":1,"stream":"shire/cycle-1","what":"characteristics"}'))
    .setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([cipher.update(sealed.subarray(65, -16)), cipher.final()]);
  expect([sealed[0], text.toString()]).toEqual([1, 'told']);
});

it('has a key of 32 bytes or none', () => {
  expect(() => rootKey(Buffer.alloc(31))).toThrow(RangeError);
});
