/** A command as the API has it: what it is about, where it is sent to, and what it does. */
export interface CommandRoute {
  /** As in the address: `audits`. */
  readonly kind: string;
  /** Whether it is about one thing with an id; else it makes something new or is about several. */
  readonly withId: boolean;
  /** What stands after kind and id, such as `grade` or `sections/{section}`; empty for making something new. */
  readonly command: string;
  readonly summary: string;
}

interface Operation {
  readonly summary?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

/** The commands that a description of the API knows, by kind. One that takes a file has a verb of its own. */
export function commandRoutes(description: unknown): readonly CommandRoute[] {
  const { paths } = description as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return Object.entries(paths)
    .flatMap(([path, { post }]) => {
      const [, kind, id, command] = /^\/v1\/([a-z-]+)(\/\{id\})?(?:\/(.+))?$/.exec(path) ?? [];
      if (kind === undefined || post?.requestBody?.content['application/json'] === undefined) return [];
      return [{ kind, withId: id !== undefined, command: command ?? '', summary: post.summary ?? '' }];
    })
    .sort((one, other) => (wordsFor(one) < wordsFor(other) ? -1 : 1));
}

/** How it is called. */
export const wordsFor = ({ kind, withId, command }: CommandRoute): string =>
  [kind, withId ? 'ID' : '-', command].join(' ').trim();

/** Where it is sent to; null where there is no such command. */
export function pathTo(
  routes: readonly CommandRoute[],
  kind: string,
  id: string,
  command: string,
): string | null {
  const wanted = command.split('/');
  const found = routes.some(
    (route) => route.kind === kind && route.withId === (id !== '-') && fits(route.command.split('/'), wanted),
  );
  const words = [kind, ...(id === '-' ? [] : [id]), ...(command === '' ? [] : wanted)];
  return found ? `/v1/${words.map(encodeURIComponent).join('/')}` : null;
}

const fits = (command: readonly string[], wanted: readonly string[]): boolean =>
  command.length === wanted.length &&
  command.every((word, n) => (word.startsWith('{') ? wanted[n] !== '' : word === wanted[n]));
