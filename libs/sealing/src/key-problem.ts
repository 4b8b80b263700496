/**
 * `lost`: the file is missing though something is sealed with its key. `other`: its key is not the one that things are sealed with.
 * `not-a-key`: something else is in it. `open-to-others`: people who do not run the product can read it. `unreadable`: the system refuses.
 */
export type KeyProblemCode = 'lost' | 'other' | 'not-a-key' | 'open-to-others' | 'unreadable';

/** The product cannot start with this key file. The message says what to do, and nothing of the key. */
export class KeyProblem extends Error {
  constructor(
    readonly code: KeyProblemCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
