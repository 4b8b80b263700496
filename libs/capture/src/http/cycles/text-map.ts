import { invalidInput, strictJson } from '#platform';

const MOST_MEMBERS = 20_000;

/** Reads a field of a form that holds a map from text to text as JSON. @throws Problem 400 */
export function textMap(field: string, json: string | undefined): ReadonlyMap<string, string> {
  if (json === undefined) return new Map();
  const value = strictJson(Buffer.from(json));
  const members =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  if (members === null || members.length > MOST_MEMBERS || !members.every(isTextMember)) {
    throw invalidInput([{ path: field, message: 'must be a JSON object whose members are text' }]);
  }
  return new Map(members as [string, string][]);
}

const isTextMember = (member: [string, unknown]): boolean => typeof member[1] === 'string';
