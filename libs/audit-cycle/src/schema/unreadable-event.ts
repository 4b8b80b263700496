/** Thrown for a stored event that this version of the program cannot bring into the shape of today. Its message says what to do. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';

  constructor(
    readonly type: string,
    readonly schema: number,
    reason: string,
  ) {
    super(`The event ${type} of schema ${schema} cannot be read: ${reason}`);
  }
}
