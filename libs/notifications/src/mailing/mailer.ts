export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines divided by a line feed. */
  readonly text: string;
}

/** What became of a mail. `why` names neither its address nor its text. */
export type Sending =
  | { readonly outcome: 'sent' }
  /** The server would not have this one. */
  | { readonly outcome: 'refused'; readonly why: string }
  /** Nothing can be sent at the moment: the server is away, or does not let us in. */
  | { readonly outcome: 'no-server'; readonly why: string }
  /** The line broke while the server took it; it may have gone out. */
  | { readonly outcome: 'unknown'; readonly why: string };

export interface Mailer {
  send(mail: Mail): Promise<Sending>;
}
