/** Where something sealed stands. It opens there and nowhere else: not for another authority, not in another stream, not as another thing. */
export interface Place {
  readonly authority: string;
  /** Name of the stream that it belongs to, of this authority. */
  readonly stream: string;
  /** What it is: there may be several sealed things to a stream. */
  readonly what: string;
}

/** Closes bytes so that only whoever has the key can read them, and opens them again. */
export interface Sealer {
  /** The same bytes in the same place are always sealed to the same bytes, so that a command that is sent again is the same command. */
  seal(bytes: Uint8Array, place: Place): Promise<Uint8Array>;
  /** @throws CannotOpen */
  open(sealed: Uint8Array, place: Place): Promise<Uint8Array>;
}

/**
 * `unknown-format`: not sealed by this product, or by a later version of it. `other-key`: the key of this place did not seal them, so the
 * key file is another one, or the bytes were put into another place. `changed`: the key did, and they are not as it left them.
 */
export type WhyNotOpened = 'unknown-format' | 'other-key' | 'changed';

const SAID: Readonly<Record<WhyNotOpened, string>> = {
  'unknown-format': 'they are in a format that this version does not know',
  'other-key':
    'they were sealed with another key, or for another place. Bring back the key file that was in use then',
  changed: 'they are not as they were sealed. Restore them from a backup',
};

/** The machine is not as it has to be: a key or stored bytes are wrong. No fault of whoever asks. */
export class CannotOpen extends Error {
  constructor(
    readonly why: WhyNotOpened,
    { stream, what }: Place,
  ) {
    super(`The sealed ${what} of ${stream} cannot be opened: ${SAID[why]}.`);
  }
}
