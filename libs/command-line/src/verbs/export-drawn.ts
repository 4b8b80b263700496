import { join } from 'node:path';
import { canonicalBytes } from '#event-log';
import { EXIT, type ExitCode } from '../exit-code.js';
import { print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { drawnMaterial, type DrawnWhere } from './check-drawn.js';
import type { DrawnMaterial } from './drawn-material.js';

/** `sample --export FOLDER`: writes the files that anybody needs to draw again what was drawn in a cycle or a review round. */
export async function exportDrawn(
  touchstone: Touchstone,
  around: Surroundings,
  { folder, ...options }: DrawnWhere & { readonly folder: string },
): Promise<ExitCode> {
  const found = await drawnMaterial(touchstone, options);
  if ('code' in found) return printRefusal(around, options.json, found);
  const reAudits = found.filter(({ about }) => about === 're-audits');
  const files = found.flatMap((material) => filesOf(material, reAudits.indexOf(material) + 1));
  for (const { name, bytes } of files) await around.writeFile(join(folder, name), bytes);
  const written = Object.fromEntries(
    files.map(({ name }) => [name.replace('.json', ''), join(folder, name)]),
  );
  print(around, options.json, written, [`Written: ${Object.values(written).join(' and ')}`]);
  return EXIT.done;
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const asItIs = (name: string, text: string): File => ({ name, bytes: Buffer.from(text) });
const asJson = (name: string, value: unknown): File => ({ name, bytes: canonicalBytes(value) });

/** What was frozen is written byte for byte, as its digest is of these bytes. A cycle has several draws of re-audits. */
function filesOf(material: DrawnMaterial, nth: number): readonly File[] {
  switch (material.about) {
    case 'sample':
      return [asItIs('frame.json', material.frame), asJson('sample.json', material.sample)];
    case 'moderation':
      return [asJson('moderation.json', material.choice)];
    case 're-audits':
      return [
        asItIs(`re-audit-list-${nth}.json`, material.list),
        asJson(`re-audits-${nth}.json`, material.draw),
      ];
    case 'audits':
      return [asItIs('audit-list.json', material.list), asJson('audits.json', material.audits)];
  }
}
