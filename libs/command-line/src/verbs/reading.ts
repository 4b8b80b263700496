import type { Refusal } from '#audit-cycle';
import type { Surroundings } from '../touchstone.js';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not read it',
};

/** The bytes of a file that somebody named, or what is wrong with the name. @throws what else the machine fails with */
export async function readNamed({ readFile }: Surroundings, path: string): Promise<Uint8Array | Refusal> {
  try {
    return await readFile(path);
  } catch (error) {
    const why = WHY[(error as { code?: string }).code ?? ''];
    if (why === undefined) throw error;
    return { code: 'file-not-readable', message: `${path} cannot be read: ${why}. Name another file.` };
  }
}

/** What a file of JSON says, or that it is none. */
export async function readJson(
  around: Surroundings,
  path: string,
): Promise<{ readonly text: string; readonly value: unknown } | Refusal> {
  const bytes = await readNamed(around, path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    return {
      code: 'not-json',
      message: `${path} is damaged, or is no JSON at all. Take the file again from where it was published.`,
    };
  }
}
