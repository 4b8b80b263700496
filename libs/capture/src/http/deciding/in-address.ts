import { Line, Uuid } from '#platform';

/** The id in an address. */
export class IdInAddress {
  @Uuid() id!: string;
}

export class SectionInAddress extends IdInAddress {
  @Line({ max: 60, about: 'Code of the section, as the tool has it.' }) section!: string;
}

/** The body of a command that needs no words. */
export class NoBody {}
