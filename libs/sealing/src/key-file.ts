import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeyProblem } from './key-problem.js';
import { rootKey, ROOT_KEY_BYTES, type RootKey } from './root-key.js';

/** Remembers beside what is sealed which key sealed it, so that no other one is taken for it. */
export interface KnownKey {
  /** Fingerprint of the key in use; null while nothing was ever sealed here. */
  fingerprint(): Promise<string | null>;
  /** Keeps the fingerprint unless one is kept, and answers with the one that is. */
  remember(fingerprint: string): Promise<string>;
}

/**
 * The root key of the file, which is made where nothing is sealed yet. A file that is missing, damaged or another one afterwards is never
 * made anew: that would leave what is sealed closed for ever, and nobody would know.
 * @throws KeyProblem
 */
export async function rootKeyFromFile(path: string, known: KnownKey): Promise<RootKey> {
  const expected = await known.fingerprint();
  const key = (await readKey(path)) ?? (expected === null ? await makeKey(path) : lost(path));
  if ((await known.remember(key.fingerprint)) === key.fingerprint) return key;
  throw new KeyProblem(
    'other',
    `The key in ${path} is not the one that this database was sealed with. Bring back the right key file, or name it in TOUCHSTONE_KEY_FILE.`,
  );
}

function lost(path: string): never {
  throw new KeyProblem(
    'lost',
    `The key file ${path} is missing, and what is sealed in this database opens with its key alone. Bring it back from where you keep keys, or name it in TOUCHSTONE_KEY_FILE.`,
  );
}

async function readKey(path: string): Promise<RootKey | null> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0)
      throw new KeyProblem(
        'open-to-others',
        `Others may read the key file ${path}. Set its mode: chmod 600.`,
      );
    const text = await readFile(path, 'utf8');
    if (/^[0-9a-f]{64}\n?$/.test(text)) return rootKey(Buffer.from(text.trim(), 'hex'));
  } catch (error) {
    if (error instanceof KeyProblem) throw error;
    const { code } = error as { code?: unknown };
    if (code === 'ENOENT') return null;
    throw new KeyProblem('unreadable', `The key file ${path} cannot be read: ${String(code)}.`, {
      cause: error,
    });
  }
  throw new KeyProblem(
    'not-a-key',
    `What is in ${path} is no key: it has to hold 64 hexadecimal digits. Bring it back from where you keep keys.`,
  );
}

/** Whole or not at all: a crash leaves no half a key. Where two start at once, the first makes it and both read it. */
async function makeKey(path: string): Promise<RootKey> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(`${randomBytes(ROOT_KEY_BYTES).toString('hex')}\n`);
    await file.sync();
    await file.close();
    await link(draft, path).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    });
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw new KeyProblem(
      'unreadable',
      `The key file ${path} cannot be made: ${String(code)}. Make its folder writable, or name another file in TOUCHSTONE_KEY_FILE.`,
      { cause: error },
    );
  } finally {
    await unlink(draft).catch(() => undefined);
  }
  return (await readKey(path)) ?? lost(path);
}
