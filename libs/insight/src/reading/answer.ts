/** What a route answers: the body, and what goes into the headers. */
export interface Answer<Body> {
  readonly body: Body;
  /** How much of the log the body tells of: the header `Position`. */
  readonly position?: string;
  /** Revision of the stream that the body is about: the header `ETag`. */
  readonly revision?: bigint | null;
}
