/** The log has as much waiting as it will hold. Nothing of the append was taken; the same command may be sent again later. */
export class LogBusy extends Error {
  override readonly name = 'LogBusy';
  /** Stable, for those who know errors by their shape. */
  readonly code = 'LOG_BUSY';

  constructor(authority: string) {
    super(
      `The log of ${authority} has more waiting than it can hold. Nothing was recorded; send the same again in a moment.`,
    );
  }
}
