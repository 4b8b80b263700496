/** A value that JSON can hold without loss. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Canonical JSON (RFC 8785): the one text that a value has, so that its digest means something. Members are sorted by
 * UTF-16 code units, numbers and strings are written as ECMAScript writes them, members that are `undefined` are left out.
 * @throws TypeError for what has no canonical form: numbers that are not finite, lone surrogates, anything but plain data.
 */
export function canonicalJson(value: unknown): string {
  // ECMAScript's own text is the canonical one where the members stand in order, as in most of what we write.
  return standsInOrder(value) ? JSON.stringify(value) : inOrder(value);
}

/** The canonical text as UTF-8 bytes: what is stored and hashed. */
export const canonicalBytes = (value: unknown): Uint8Array => Buffer.from(canonicalJson(value), 'utf8');

/** @throws TypeError for what has no canonical form. */
function standsInOrder(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('Text with half a surrogate pair has no canonical form');
    return true;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no form in JSON`);
    return true;
  }
  if (Array.isArray(value)) return elementsStandInOrder(value);
  if (isPlainObject(value)) return membersStandInOrder(value);
  throw new TypeError(`A ${typeof value} has no form in JSON`);
}

function elementsStandInOrder(elements: readonly unknown[]): boolean {
  let ordered = true;
  // A place that nothing was put in counts as well: it is undefined.
  for (let at = 0; at < elements.length; at++) if (!standsInOrder(elements[at])) ordered = false;
  return ordered;
}

function membersStandInOrder(value: Record<string, unknown>): boolean {
  let ordered = true;
  let before = '';
  for (const key in value) {
    const member = value[key];
    ordered &&= before < key || (before === '' && key === '');
    before = key;
    if (member === undefined) ordered = false;
    else if (!standsInOrder(key) || !standsInOrder(member)) ordered = false;
  }
  return ordered;
}

/** The text of a value that has one, its members sorted. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined)
      text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
