/** Streams are named `{authority}/{kind}-{id}`: the authority leads, so no name can reach into another authority's log. */
export interface StreamParts {
  readonly authority: string;
  readonly kind: string;
  readonly id: string;
}

const AUTHORITY = /^[a-z][a-z0-9-]{0,62}$/;
const STREAM = /^([a-z][a-z0-9-]{0,62})\/([a-z]+(?:-[a-z]+)*)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Lower-case letters, digits and hyphens, a letter first, at most 63 characters. */
export const isAuthority = (text: string): boolean => AUTHORITY.test(text);

export function streamName(authority: string, kind: string, id: string): string {
  const name = `${authority}/${kind}-${id}`;
  if (!STREAM.test(name))
    throw new TypeError(`"${name}" is not a stream name: {authority}/{kind}-{UUID in lower case}`);
  return name;
}

export function parseStreamName(name: string): StreamParts {
  const match = STREAM.exec(name);
  if (match === null)
    throw new TypeError(`"${name}" is not a stream name: {authority}/{kind}-{UUID in lower case}`);
  return { authority: match[1]!, kind: match[2]!, id: match[3]! };
}
