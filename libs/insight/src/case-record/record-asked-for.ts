import { AsOf } from '../reading/as-of.js';
import { PageAskedFor } from '../reading/page-asked-for.js';

/** Which page of a case record somebody asks for. */
export class RecordAskedFor extends PageAskedFor {
  @AsOf() asOf?: string;
}
