/** The document of RFC 9457 that every refusal and every failure is answered with. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What was found and what to do about it. */
  readonly detail: string;
  /** Stable, for programs. */
  readonly code: string;
  readonly [member: string]: unknown;
}

export interface ProblemOptions {
  /** Further members of the document; open codes, numbers and paths, never text about people. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is not a success, on its way to the filter that sends it. */
export class Problem extends Error {
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    { members = {}, headers = {} }: ProblemOptions = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.members = members;
    this.headers = headers;
  }

  document(): ProblemDocument {
    return {
      ...this.members,
      type: `urn:touchstone:problem:${this.code}`,
      title: titleOf(this.code),
      status: this.status,
      detail: this.detail,
      code: this.code,
    };
  }
}

/** `revision-mismatch` is titled "Revision mismatch". */
const titleOf = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
