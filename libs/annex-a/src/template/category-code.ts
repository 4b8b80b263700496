import { codesOf } from './template.js';

/**
 * Whether the written value is one of the template's codes for this heading. The letter before the bracket is never looked
 * at, since the template itself uses `s)` twice and authorities renumber: what counts is the token after it (`NOBT`),
 * or the words after that token (`Police` for `q) 6: Police`), with any separator between the two.
 */
export function isTemplateCode(heading: string, written: string): boolean {
  const keys = keysOf(heading);
  const key = codeKey(written);
  return keys.has(key) || keys.has(firstToken(written));
}

/** The value without its letter, in lower case, letters and digits only. */
export function codeKey(written: string): string {
  return withoutLetter(written)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The code that stands before a separator, or alone: empty for words. */
export function firstToken(written: string): string {
  return codeKey(/^\w+(?=\s*[:\u2013-]|$)/.exec(withoutLetter(written))?.[0] ?? '');
}

function withoutLetter(written: string): string {
  return written.trim().replace(/^[a-z]{1,2}\)\s*/i, '');
}

const keysByHeading = new Map<string, ReadonlySet<string>>();

function keysOf(heading: string): ReadonlySet<string> {
  const made = keysByHeading.get(heading);
  if (made) return made;
  const keys = new Set<string>();
  for (const code of codesOf(heading)) {
    const bare = withoutLetter(code);
    keys.add(codeKey(bare));
    const split = /^(\w+)\s*(?::| - )\s*(.+)$/.exec(bare);
    if (split) keys.add(codeKey(split[1] ?? '')).add(codeKey(split[2] ?? ''));
  }
  keysByHeading.set(heading, keys);
  return keys;
}
