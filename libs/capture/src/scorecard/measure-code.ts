import { createHash } from 'node:crypto';

const MOST = 60;

/** A code for a measure out of its title. One that is too long ends in a digest of the whole title, so that no two titles have one code. */
export function measureCode(title: string): string {
  const words = title
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length > 0 && words.length <= MOST) return words;
  const digest = createHash('sha256').update(title.toLowerCase()).digest('hex').slice(0, 8);
  return words === '' ? `measure-${digest}` : `${words.slice(0, MOST - 9).replace(/-+$/, '')}-${digest}`;
}
