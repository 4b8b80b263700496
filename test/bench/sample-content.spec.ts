import { expect, it } from '@jest/globals';
import { PAYLOAD_BYTES, sampleContent } from './sample-content.js';

it.each([0, 1, 7, 50, 99])('the content of event %d has 512 bytes, whoever stores it', (n) => {
  expect(Buffer.byteLength(JSON.stringify(sampleContent(n)))).toBe(PAYLOAD_BYTES);
});
