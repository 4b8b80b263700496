import { types } from 'node:util';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { Limits } from '../limits.js';
import { refuse, RefusedFile } from '../refusal.js';

/**
 * A zip whose directory has been checked against the limits before anything was inflated. yauzl stops a part that inflates to another
 * size than the directory declares, so the limits hold for what is really there. Only parts that are asked for are
 * inflated; none is ever written to a disk.
 */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: Limits,
  ) {}

  static async open(file: Buffer, limits: Limits): Promise<ZipArchive> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(file, { autoClose: false });
      if (zip.entryCount > limits.zipEntries) tooManyParts(limits);
      let declared = 0;
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName.endsWith('/')) continue;
        if (entries.size >= limits.zipEntries) tooManyParts(limits);
        if (entries.has(entry.fileName)) {
          refuse('unsafe-name', 'The file holds two parts of one name. Open it in Excel and save it again.');
        }
        if (entry.isEncrypted()) encrypted();
        declared += entry.uncompressedSize;
        checkSize(entry, entry.uncompressedSize, declared, limits);
        entries.set(entry.fileName, entry);
      }
      return new ZipArchive(zip, entries, limits);
    } catch (error) {
      return refuseDamaged(error);
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * The bytes of one part as they inflate; a part that is not there, or whose checksum is wrong, is a damaged file. The last
   * chunk may have been taken by then, so nothing may leave this library before the whole file has been read.
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) refuse('workbook-damaged', damagedMessage);
    try {
      let checksum = 0;
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
      if (checksum !== entry.crc32) refuse('workbook-damaged', damagedMessage);
    } catch (error) {
      refuseDamaged(error);
    }
  }

  /** One part whole, for the few that must be. */
  async readWhole(name: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.read(name)) {
      size += chunk.length;
      if (size > this.limits.partBytes) tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
}

export const damagedMessage =
  'The file is damaged or incomplete. Open it in Excel, save it again as an Excel workbook (.xlsx), and import that.';

function checkSize(entry: Entry, size: number, total: number, limits: Limits): void {
  const suspicious = size > limits.inflateRatioFromBytes && size > entry.compressedSize * limits.inflateRatio;
  if (suspicious || total > limits.inflatedBytes) tooLarge();
}

function tooLarge(): never {
  refuse(
    'too-large',
    'The file unpacks to far more than is ever imported. Copy what is to be imported into a new workbook, without empty formatted rows and pictures, and import that.',
  );
}

function tooManyParts(limits: Limits): never {
  refuse(
    'too-many-parts',
    `The file holds more than ${limits.zipEntries} parts. Save what is to be imported as a workbook of its own and import that.`,
  );
}

function encrypted(): never {
  refuse(
    'encrypted-workbook',
    'The file is protected by a password. Save a copy without one and import that.',
  );
}

/**
 * yauzl reports a malformed zip, a size that is not the declared one and a name that climbs out of its folder as plain errors.
 */
function refuseDamaged(error: unknown): never {
  if (error instanceof RefusedFile || !types.isNativeError(error)) throw error;
  if (/^(invalid relative path|absolute path|invalid characters in fileName)/.test(error.message)) {
    refuse(
      'unsafe-name',
      'The file holds a part whose name points outside it. Save it again from Excel and import that.',
    );
  }
  refuse('workbook-damaged', damagedMessage);
}
