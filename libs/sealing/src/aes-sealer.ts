import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { canonicalBytes } from '#event-log';
import type { RootKey } from './root-key.js';
import { CannotOpen, type Place, type Sealer } from './sealer.js';

/** First byte of what is sealed. Another format gets another number; this one stays readable. */
const FORMAT = 1;
const SALT = 32;
const COMMITMENT = 32;
const TAG = 16;
const HEAD = 1 + SALT + COMMITMENT;
const CIPHER = 'aes-256-gcm';

/**
 * AES-256-GCM with a key of its own for everything sealed (docs/adr/0013). Sealed bytes are: format, salt, commitment, ciphertext, tag.
 *
 * The key of an authority comes from the root key by HKDF-SHA-256 (RFC 5869). From it and the salt come, again by HKDF, cipher key, nonce
 * and commitment. The salt is an HMAC of place and content under a further key of the authority, so no nonce is ever used for two
 * contents. The place is associated data. The commitment ties the bytes to one key: with AES-GCM alone, bytes can be made that open
 * under two keys to two texts (Albertini et al. 2022, USENIX Security).
 */
export class AesSealer implements Sealer {
  constructor(private readonly root: RootKey) {}

  async seal(bytes: Uint8Array, place: Place): Promise<Uint8Array> {
    const about = associated(place);
    const salt = createHmac('sha256', this.authorityKey(place, 'salts'))
      .update(lengthOf(about))
      .update(about)
      .update(bytes)
      .digest();
    const { key, nonce, commitment } = this.keysOf(place, salt);
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(about);
    const text = [cipher.update(bytes), cipher.final()];
    return Buffer.concat([Buffer.of(FORMAT), salt, commitment, ...text, cipher.getAuthTag()]);
  }

  async open(sealed: Uint8Array, place: Place): Promise<Uint8Array> {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== FORMAT || bytes.length < HEAD + TAG) throw new CannotOpen('unknown-format', place);
    const { key, nonce, commitment } = this.keysOf(place, bytes.subarray(1, 1 + SALT));
    if (!timingSafeEqual(commitment, bytes.subarray(1 + SALT, HEAD)))
      throw new CannotOpen('other-key', place);
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG })
      .setAAD(associated(place))
      .setAuthTag(bytes.subarray(-TAG));
    const text = decipher.update(bytes.subarray(HEAD, -TAG));
    try {
      return Buffer.concat([text, decipher.final()]);
    } catch {
      throw new CannotOpen('changed', place);
    }
  }

  private keysOf(place: Place, salt: Uint8Array): { key: Buffer; nonce: Buffer; commitment: Buffer } {
    const made = derive(
      this.authorityKey(place, 'contents'),
      salt,
      'touchstone sealed bytes 1',
      32 + 12 + 32,
    );
    return { key: made.subarray(0, 32), nonce: made.subarray(32, 44), commitment: made.subarray(44) };
  }

  private authorityKey({ authority }: Place, of: 'contents' | 'salts'): Buffer {
    return derive(this.root.bytes, new Uint8Array(), `touchstone authority 1 ${of} ${authority}`, 32);
  }
}

const derive = (key: Uint8Array, salt: Uint8Array, info: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length));

const associated = ({ authority, stream, what }: Place): Uint8Array =>
  canonicalBytes({ format: FORMAT, authority, stream, what });

/** So that no other place with other content makes the same bytes. */
function lengthOf(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}
