import { findMeasure, listMeasures, measureHistory, scorecard, type ViewReader } from '#views';
import { idOf } from '#views/testing';

const MEASURES = [idOf('measure', 1), idOf('measure', 2), idOf('measure', 9)];

/** The scorecard, whole and in parts, and everything that is told of measures, of one that is not there as well. */
export async function figuresOfMeasures(
  reader: ViewReader,
  authority: string,
  asOf: string | undefined,
): Promise<readonly (object | null)[]> {
  const asked = { authority, asOf };
  const found: (object | null)[] = [
    await scorecard(reader, asked),
    await scorecard(reader, { ...asked, on: '2021-05-31', section: 'Visits' }),
    await scorecard(reader, { ...asked, section: 'Nowhere' }),
    await listMeasures(reader, asked),
  ];
  for (const id of MEASURES)
    found.push(await findMeasure(reader, { ...asked, id }), await measureHistory(reader, { ...asked, id }));
  return found;
}
