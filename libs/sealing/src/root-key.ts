import { hkdfSync } from 'node:crypto';

/** The key that every other one comes from. */
export interface RootKey {
  /** 32 bytes that nobody can guess. Never logged, never stored anywhere but in the key file. */
  readonly bytes: Uint8Array;
  /** Names the key without telling anything of it: 64 hexadecimal digits. */
  readonly fingerprint: string;
}

export const ROOT_KEY_BYTES = 32;

/** @throws RangeError when these are not 32 bytes */
export function rootKey(bytes: Uint8Array): RootKey {
  if (bytes.length !== ROOT_KEY_BYTES) throw new RangeError(`A root key has ${ROOT_KEY_BYTES} bytes.`);
  const fingerprint = Buffer.from(hkdfSync('sha256', bytes, '', 'touchstone root key fingerprint 1', 32));
  return { bytes: bytes.slice(), fingerprint: fingerprint.toString('hex') };
}
