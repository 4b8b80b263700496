import { Code, IsoDay, Line, Parts, Text, Uuid } from '#platform';

const MOST = 500;

export class AllocationPart {
  @Uuid() audit!: string;
  @Uuid() auditor!: string;
}

export class AllocationsBody {
  @Parts(() => AllocationPart, { min: 1, max: MOST, about: 'Each audit once.' })
  allocations!: AllocationPart[];
  @Code(['by-hand', 'suggested'], {
    optional: true,
    about: 'Whether they are taken up as they were suggested; by hand unless given.',
  })
  how?: 'by-hand' | 'suggested';
}

export class MovePart {
  @Uuid() audit!: string;
  @Uuid({ about: 'Who has it from now on.' }) to!: string;
}

export class ReallocationBody {
  @Line({ max: 60, about: 'Why, as a code: absence, left, agency-end or another.' }) reasonCode!: string;
  @Text({ max: 2000 }) reason!: string;
  @Parts(() => MovePart, {
    min: 1,
    max: MOST,
    about: 'Each audit once; what the person audits or moderates.',
  })
  moves!: MovePart[];
}

export class SuggestionQuery {
  @IsoDay({ optional: true, about: 'The day of the allocation; today unless given.' }) on?: string;
}
