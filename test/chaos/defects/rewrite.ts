import type { Session } from '#postgres';

/**
 * Changes the definition of a function in a scratch database. @throws Error unless the passage is found just once, so that a defect
 * cannot quietly become none when the function is written anew.
 */
export async function rewriteFunction(
  session: Session,
  name: string,
  passage: string | RegExp,
  instead: string,
): Promise<void> {
  const { rows } = await session.query<{ definition: string }>(
    'select pg_get_functiondef($1::regproc) as definition',
    [`touchstone.${name}`],
  );
  const { definition } = rows[0]!;
  const parts = definition.split(passage);
  if (parts.length !== 2)
    throw new Error(`${String(passage)} is ${parts.length - 1} times in ${name}:\n${definition}`);
  await session.query(parts.join(instead));
}
