/** Token of the `ViewReader` that the figures of pages are read through. */
export const VIEW_READER = Symbol('ViewReader');
/** Token of the clock, `() => Date`. */
export const CLOCK = Symbol('Clock');
