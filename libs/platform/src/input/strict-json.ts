import { Problem } from '../problem/problem.js';

const DEEPEST = 32;
const POISONOUS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON and refuses what two readers could understand differently or what no record can hold: text that is not UTF-8, the
 * same member twice, members that reach into prototypes, null characters, halves of surrogate pairs, endless nesting.
 * @throws Problem 400, with a code for each
 */
export function strictJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  const value = parsed(text);
  refuseAmbiguity(text);
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'not-utf-8', 'The body is not text in UTF-8. Save or send it as UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not JSON. Check its quotes, commas and brackets.');
  }
}

/** One pass over text that is known to be JSON: null on the stack is an array, a set holds an object's members so far. */
function refuseAmbiguity(text: string): void {
  const open: (Set<string> | null)[] = [];
  let expectsMember = false;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > DEEPEST)
        throw new Problem(400, 'nested-too-deep', `The body is nested deeper than ${DEEPEST} levels.`);
      expectsMember = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsMember = false;
    } else if (token === ',') {
      expectsMember = open.at(-1) !== null;
    } else {
      const content = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
      refuseUnrecordable(content);
      if (expectsMember) refuseMember(content, open.at(-1)!);
      expectsMember = false;
    }
  }
}

/** Strings and structure; numbers, words, colons and space lie between them. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

function refuseMember(name: string, known: Set<string>): void {
  if (POISONOUS.has(name))
    throw new Problem(400, 'member-not-allowed', `No member here may be called ${name}.`);
  if (known.has(name))
    throw new Problem(400, 'member-twice', 'An object has the same member twice. Send each member once.');
  known.add(name);
}

function refuseUnrecordable(content: string): void {
  if (content.includes('\0'))
    throw new Problem(
      400,
      'null-character',
      'A text holds a null character, which cannot be recorded. Remove it.',
    );
  if (!content.isWellFormed())
    throw new Problem(
      400,
      'broken-character',
      'A text holds half of a character (a lone surrogate). Send it whole or remove it.',
    );
}
