/** Whether something that was drawn is the same when it is drawn again; if not, a sentence without its full stop says what differs. */
export type SampleCheck =
  { readonly same: true; readonly cases: number } | { readonly same: false; readonly reason: string };
