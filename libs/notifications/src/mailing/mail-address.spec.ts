import { describe, expect, it } from '@jest/globals';
import { isMailAddress } from './mail-address.js';

describe('a mail address', () => {
  it.each(['ama@shire.gov.uk', "o'neill+qa@a-b.example", 'a@b.c'])('may be %s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    'ama',
    'ama@',
    '@shire.example',
    'ama@shire',
    'ama@-shire.example',
    'a@b.example,c@d.example',
    'a@b.example c@d.example',
    'Ama <ama@b.example>',
    'ama@b.example\r\nBcc: x@y.example',
    '"a b"@c.example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b'.repeat(255)}.example`,
    '',
    null,
    7,
    ['a@b.example'],
  ])('may not be %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
