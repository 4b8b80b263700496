import { InvalidArgumentError } from 'commander';
import { isAuthority } from '#event-log';
import { isUuid } from '#platform';

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new InvalidArgumentError('Give a whole number.');
  return number;
}

export function wholeNumberFromOne(text: string): number {
  const number = wholeNumber(text);
  if (number < 1) throw new InvalidArgumentError('Give at least 1.');
  return number;
}

export function uuid(text: string): string {
  if (!isUuid(text)) throw new InvalidArgumentError('Give an id as the API and the lists show it, a UUID.');
  return text.toLowerCase();
}

export function authorityCode(text: string): string {
  if (!isAuthority(text))
    throw new InvalidArgumentError(
      'Give lower-case letters, digits and hyphens, a letter first, 63 at the most.',
    );
  return text;
}
