/** The API in this process: the routes, the checks and the rules that a request from outside meets, without a network between. */
export interface CommandApi {
  /** The description of the API, an OpenAPI document. */
  description(): Promise<unknown>;
  /** Sends a command as this person; `body` is JSON as it was written, null for none. */
  send(command: SentCommand): Promise<ApiAnswer>;
  /** Sends a file as this person, with the fields beside it. */
  sendFile(file: SentFile): Promise<ApiAnswer>;
  close(): Promise<void>;
}

export interface SentCommand {
  readonly authority: string;
  readonly person: string;
  /** UUID under which it may be sent again without harm; the server makes one where it is null. */
  readonly commandId: string | null;
  readonly path: string;
  readonly body: string | null;
}

export interface SentFile extends Pick<SentCommand, 'authority' | 'person' | 'path'> {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fields: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  readonly status: number;
  /** What was recorded, or a problem document. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** As much of an application that listens to nobody as it takes. */
interface Injecting {
  inject(request: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly payload?: string | Buffer;
  }): Promise<{ readonly statusCode: number; readonly body: string }>;
  close(): Promise<void>;
}

/** Speaks to an application that believes the headers of the trial sign-in. Answers come when every view knows what was recorded. */
export const commandApiOf = (app: Injecting): CommandApi => ({
  description: async () => {
    const { body } = await app.inject({ method: 'GET', url: '/v1/openapi.json', headers: {} });
    return JSON.parse(body) as unknown;
  },
  send: ({ commandId, body, ...sent }) =>
    posted(app, sent, {
      headers: {
        ...(commandId === null ? {} : { 'idempotency-key': commandId }),
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { payload: body }),
    }),
  sendFile: async ({ fileName, bytes, fields, ...sent }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Uint8Array.from(bytes)]), fileName);
    // A response writes a form as a request would.
    const written = new Response(form);
    return posted(app, sent, {
      headers: { 'content-type': written.headers.get('content-type') ?? '' },
      payload: Buffer.from(await written.arrayBuffer()),
    });
  },
  close: () => app.close(),
});

async function posted(
  app: Injecting,
  { authority, person, path }: Pick<SentCommand, 'authority' | 'person' | 'path'>,
  request: { readonly headers: Record<string, string>; readonly payload?: string | Buffer },
): Promise<ApiAnswer> {
  const about = { 'x-touchstone-authority': authority, 'x-touchstone-person': person, prefer: 'wait' };
  const answer = await app.inject({
    ...request,
    ...{ method: 'POST', url: path, headers: { ...about, ...request.headers } },
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as ApiAnswer['body'] };
}
