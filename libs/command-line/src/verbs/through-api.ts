import type { Refusal } from '#audit-cycle';
import type { ApiAnswer, CommandApi } from '../command-api.js';
import type { ExitCode } from '../exit-code.js';
import type { Touchstone } from '../touchstone.js';

/** Opens the API in this process for one piece of work and closes it whatever happens. */
export async function withApi(
  touchstone: Touchstone,
  work: (api: CommandApi) => Promise<ExitCode>,
): Promise<ExitCode> {
  const api = await touchstone.openApi();
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}

/** What a problem document says, with every place of the body at which something is wrong. */
export function refusalFrom({ code, detail, errors, details }: ApiAnswer['body']): Refusal {
  const places = (errors ?? []) as readonly { readonly path: string; readonly message: string }[];
  return {
    code: String(code),
    message: [String(detail), ...places.map(({ path, message }) => `  ${path} ${message}`)].join('\n'),
    ...(details === undefined ? {} : { details: details as Readonly<Record<string, unknown>> }),
  };
}
