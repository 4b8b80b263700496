import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CYCLE_OF_35 } from './cycle-of-35.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly enum?: readonly string[] };
}
type Paths = Readonly<Record<string, { readonly get?: { readonly parameters?: readonly Parameter[] } }>>;

/** A route that answers to GET, as the description of the API has it. */
export interface DescribedRoute {
  readonly path: string;
  /** Of the cycle of 35 or of an audit in it, with every parameter that it needs, and ready for another. */
  readonly url: string;
  /** The names of the parameters in its address. */
  readonly takes: ReadonlySet<string>;
}

/** Every route that can be read, so that what is asked of all of them is asked of those that come later as well. */
export async function describedRoutes(app: NestFastifyApplication): Promise<readonly DescribedRoute[]> {
  const { paths } = (await app.inject({ url: '/v1/openapi.json' })).json<{ paths: Paths }>();
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (get === undefined) return [];
    const asked = (get.parameters ?? []).filter((one) => one.in === 'query');
    const needed = asked.filter(({ required }) => required === true);
    const query = needed.map(({ name, schema }) => `${name}=${schema.enum?.[0] ?? 'x'}&`).join('');
    const id = path.startsWith('/v1/cycles') ? CYCLE_OF_35.id : CYCLE_OF_35.audit(0);
    return {
      path,
      url: `${path.replace('{id}', id)}?${query}`,
      takes: new Set(asked.map(({ name }) => name)),
    };
  });
}
