/** What the description of the API says of a value: a part of JSON Schema. */
export interface Described {
  readonly $ref?: string;
  readonly allOf?: readonly Described[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly nullable?: boolean;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** A body with one thing wrong with it, and the place of it as an answer names it. */
export interface Spoilt {
  readonly wrong: string;
  readonly place: string;
  readonly body: unknown;
}

export type Schemas = Readonly<Record<string, Described>>;

/** Bodies made of their description alone, so that a route of tomorrow is tried as those of today are. */
export class DescribedBodies {
  constructor(
    private readonly schemas: Schemas,
    /** Stands wherever an id is asked for. */
    private readonly id: string,
  ) {}

  /** A value that fits: of an object all that is required, of a list as few as may be, though one. */
  fitting(described: Described): unknown {
    const { enum: codes, format, minimum, items, minItems, properties, required } = this.plain(described);
    if (codes !== undefined) return codes[0];
    switch (this.typeOf(described)) {
      case 'object':
        return Object.fromEntries((required ?? []).map((name) => [name, this.fitting(properties![name]!)]));
      case 'array':
        return Array.from({ length: Math.max(1, minItems ?? 0) }, () => this.fitting(items ?? {}));
      case 'integer':
      case 'number':
        return minimum ?? 1;
      case 'boolean':
        return true;
      case undefined:
      default:
        return format === 'uuid' ? this.id : format === 'date' ? '2026-03-02' : 'x';
    }
  }

  /** Every member missing, null, empty, of another type, too long, too large or too small, no code, no day, no id; and one that is not known. */
  spoilt(described: Described): readonly Spoilt[] {
    return this.spoiltAt(described, [], this.fitting(described));
  }

  private spoiltAt(described: Described, path: readonly string[], whole: unknown): readonly Spoilt[] {
    const { properties, required = [], items } = this.plain(described);
    if (this.typeOf(described) === 'array' && items !== undefined)
      return [...this.wrongElements(items, path, whole), ...this.spoiltAt(items, [...path, '0'], whole)];
    if (properties === undefined) return [];
    const unknown = { wrong: 'not known', ...placed(whole, [...path, 'unheardOf'], 'x') };
    return [
      unknown,
      ...required.map((name) => ({ wrong: 'missing', ...placed(whole, [...path, name], undefined) })),
      ...Object.entries(properties).flatMap(([name, member]) => {
        const at = [...path, name];
        const wrong = this.wrongValues(member).map(([what, value]) => ({
          wrong: what,
          ...placed(whole, at, value),
        }));
        return [...wrong, ...this.spoiltAt(member, at, placed(whole, at, this.fitting(member)).body)];
      }),
    ];
  }

  private wrongElements(items: Described, path: readonly string[], whole: unknown): readonly Spoilt[] {
    return this.wrongValues(items).map(([wrong, value]) => {
      const { body } = placed(whole, [...path, '0'], value);
      return { wrong: `${wrong}, in a list`, body, place: path.join('.') };
    });
  }

  private wrongValues(described: Described): readonly (readonly [wrong: string, value: unknown])[] {
    const plain = this.plain(described);
    const {
      enum: codes,
      format,
      minimum,
      maximum,
      minItems = 0,
      maxItems,
      minLength = 0,
      maxLength,
      items,
    } = plain;
    const type = this.typeOf(described);
    const another = type === 'object' ? ['x'] : type === 'array' ? { x: 1 } : { x: ['x'] };
    return [
      ['of another type', another],
      ...(this.mayBeNull(described) ? [] : [['null', null] as const]),
      ...(minLength > 0 ? [['empty', ''] as const] : []),
      ...(minItems > 0 ? [['empty', []] as const] : []),
      ...(minimum === undefined ? [] : [['too small', minimum - 1] as const]),
      ...(codes === undefined ? [] : [['no code', 'none-of-these'] as const]),
      ...(format === 'uuid' ? [['no id', 'not-an-id'] as const] : []),
      ...(format === 'date' ? [['no day', '2026-02-30'] as const] : []),
      ...(maxLength === undefined ? [] : [['too long', 'x'.repeat(maxLength + 1)] as const]),
      ...(maximum === undefined ? [] : [['too large', maximum + 1] as const]),
      ...(maxItems === undefined || items === undefined
        ? []
        : [['too many', Array.from({ length: maxItems + 1 }, () => this.fitting(items))] as const]),
    ];
  }

  private plain(described: Described): Described {
    const { $ref, allOf } = described;
    if (allOf !== undefined) return this.plain(allOf[0]!);
    if ($ref === undefined) return described;
    const found = this.schemas[$ref.slice($ref.lastIndexOf('/') + 1)];
    if (found === undefined) throw new Error(`The description refers to ${$ref} and does not have it`);
    return found;
  }

  private mayBeNull(described: Described): boolean {
    const { type, enum: codes } = this.plain(described);
    const isSaid = described.nullable === true || this.plain(described).nullable === true;
    return isSaid || [type].flat().includes('null') || codes?.includes(null) === true;
  }

  private typeOf(described: Described): string | undefined {
    const { type, properties } = this.plain(described);
    const [first] = [type].flat().filter((one) => one !== 'null');
    return first ?? (properties === undefined ? undefined : 'object');
  }
}

/** The value with something else in this place; undefined takes it away. */
function placed(value: unknown, path: readonly string[], put: unknown): { place: string; body: unknown } {
  const body = structuredClone(value);
  let holder = body as Record<string, unknown>;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  const last = path.at(-1)!;
  if (put === undefined) delete holder[last];
  else holder[last] = put;
  return { place: path.join('.'), body };
}
