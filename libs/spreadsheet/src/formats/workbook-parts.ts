import { posix } from 'node:path';
import { refuse } from '../refusal.js';
import { localName, readWholeXml } from './xml-reader.js';
import { damagedMessage, type ZipArchive } from './zip-archive.js';

/** Where the parts of a workbook are (ECMA-376 part 1, 12.3 and 18.2). */
export interface WorkbookParts {
  /** Worksheets in the order of their tabs; sheets of charts are no lists. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly dates1904: boolean;
}

export async function findWorkbookParts(zip: ZipArchive): Promise<WorkbookParts> {
  const main = (await relationships(zip, '')).find((target) => target.kind === 'officeDocument')?.part;
  if (main === undefined) refuse('workbook-damaged', damagedMessage);
  const targets = await relationships(zip, main);
  const written: { name: string; relation: string }[] = [];
  let dates1904 = false;
  await readWholeXml(zip.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') dates1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(
        ([key]) => key.includes(':') && localName(key) === 'id',
      );
      written.push({ name: attributes['name'] ?? '', relation: relation?.[1] ?? '' });
    },
  });
  const sheets = written.flatMap(({ name, relation }) => {
    const target = targets.find(({ id, kind }) => id === relation && kind === 'worksheet');
    return target ? [{ name, part: target.part }] : [];
  });
  const partOf = (kind: string): string | null =>
    targets.find((target) => target.kind === kind)?.part ?? null;
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), dates1904 };
}

interface Target {
  readonly id: string;
  /** The last word of the relationship's type, which is the same in the transitional and the strict format. */
  readonly kind: string;
  readonly part: string;
}

/** What a part points to, inside the file only: a link to outside is never followed. */
async function relationships(zip: ZipArchive, part: string): Promise<Target[]> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const targets: Target[] = [];
  if (!zip.has(file)) return targets;
  await readWholeXml(zip.read(file), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      targets.push({
        id: attributes['Id'] ?? '',
        kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return targets;
}
