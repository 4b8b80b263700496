/** An event that keeps a view from going on, and where it stands. */
export interface EventAtFault {
  readonly id: string;
  readonly type: string;
  /** Kind and id. */
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

const LONGEST_REASON = 500;

/**
 * A view cannot take an event: a fold refuses it, its stream has a gap before it, or nobody here knows its schema. Trying
 * again changes nothing before the view, or the program, is another.
 */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  /** One line, without control characters, which neither a terminal nor a database should be given. */
  readonly reason: string;

  constructor(
    readonly view: string,
    readonly at: EventAtFault,
    cause: unknown,
  ) {
    const reason = inOneLine(cause instanceof Error ? cause.message : String(cause));
    super(
      `The view ${view} cannot take the event ${at.id} (${at.type}, position ${at.position}): ${reason}`,
      { cause },
    );
    this.reason = reason;
  }
}

const inOneLine = (message: string): string =>
  message
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON);
