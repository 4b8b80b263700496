import { IsoDay, Line, Text } from '#platform';

export class PublishFindingsBody {
  @IsoDay({ about: 'The day of the publication; not in the future.' }) on!: string;
  @Text({ max: 10_000, about: 'What was found, in short.' }) summary!: string;
}

export class ShareLearningBody {
  @Line({ max: 60, about: 'The audience, as a code.' }) with!: string;
  @Line({ max: 60, about: 'The way, as a code.' }) how!: string;
  @Text({ max: 10_000, about: 'What was shared.' }) text!: string;
}
