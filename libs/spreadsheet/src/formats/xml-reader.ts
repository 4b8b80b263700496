import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { refuse } from '../refusal.js';
import { damagedMessage } from './zip-archive.js';

export interface XmlHandler {
  /** Names come without their namespace prefix, which some programs write before every element. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads one XML part as it inflates, and gives control back after every chunk, so that the caller can take what is ready.
 * A document type or an entity of its own is refused: a workbook never needs one, an attack does.
 */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('doctype', unsafe);
  parser.on('error', () => refuse('workbook-damaged', damagedMessage));
  parser.on('opentag', (tag) => handler.open(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => handler.close?.(localName(tag.name)));
  for await (const chunk of chunks) {
    parser.write(decoded(decoder, chunk));
    yield;
  }
  parser.write(decoded(decoder));
  parser.close();
  yield;
}

/** Reads a small part to its end. */
export async function readWholeXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const reading = readXml(chunks, handler);
  while (!(await reading.next()).done);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    // Bytes that are not UTF-8.
    return refuse('workbook-damaged', damagedMessage);
  }
}

function unsafe(): never {
  refuse(
    'unsafe-xml',
    'The workbook holds a document type definition, which no spreadsheet program writes. Open it in Excel, save it again, and import that.',
  );
}
