import { Uuid } from '#platform';

/** The id in the address of one thing. */
export class OneThing {
  @Uuid() id!: string;
}
