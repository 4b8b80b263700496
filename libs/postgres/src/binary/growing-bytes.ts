/** Bytes that grow as they are written. Numbers are big-endian, as PostgreSQL has them on the wire. */
export class GrowingBytes {
  private bytes: Buffer;
  private end = 0;

  constructor(expected: number) {
    this.bytes = Buffer.allocUnsafe(expected);
  }

  /** What was written so far. */
  get written(): Buffer {
    return this.bytes.subarray(0, this.end);
  }

  byte(value: number): this {
    this.need(1);
    this.bytes[this.end] = value;
    this.end += 1;
    return this;
  }

  /** @throws RangeError for what is no whole number of 32 bits. */
  int32(value: number): this {
    if (!Number.isInteger(value)) throw new RangeError(`${value} is no whole number`);
    this.need(4);
    this.end = this.bytes.writeInt32BE(value, this.end);
    return this;
  }

  /** @throws RangeError for what is no whole number of 64 bits. */
  int64(value: bigint): this {
    this.need(8);
    this.end = this.bytes.writeBigInt64BE(value, this.end);
    return this;
  }

  double(value: number): this {
    this.need(8);
    this.end = this.bytes.writeDoubleBE(value, this.end);
    return this;
  }

  /** How many bytes the text has in UTF-8, with `lead` before it where that is given, and then those. */
  text(value: string, lead?: number): this {
    const before = lead === undefined ? 4 : 5;
    const length = Buffer.byteLength(value);
    this.need(before + length);
    this.bytes.writeInt32BE(before - 4 + length, this.end);
    if (lead !== undefined) this.bytes[this.end + 4] = lead;
    this.bytes.write(value, this.end + before);
    this.end += before + length;
    return this;
  }

  /** How many bytes there are, and then those. */
  blob(value: Uint8Array): this {
    this.need(4 + value.length);
    this.end = this.bytes.writeInt32BE(value.length, this.end);
    this.bytes.set(value, this.end);
    this.end += value.length;
    return this;
  }

  private need(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.end + more));
    this.bytes.copy(grown, 0, 0, this.end);
    this.bytes = grown;
  }
}
