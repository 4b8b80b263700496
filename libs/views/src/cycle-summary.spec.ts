import { expect, it } from '@jest/globals';
import { cycleSummaries } from './cycle-summary.js';
import { progressCycles } from './cycle-progress/cycle-row.js';
import { foldAll, History, idOf, PERSON, plannedFacts } from './testing.js';

it('a cycle whose deadline was extended ends on the later day, in figures and in lists', () => {
  const { events } = new History()
    .add('cycle', idOf('cycle', 1), 'CyclePlanned', plannedFacts())
    .add('cycle', idOf('cycle', 1), 'DeadlineExtended', {
      ...{ from: '2021-05-31', to: '2021-06-15', reasonCode: 'absences', by: PERSON },
    });
  const ends = { periodFrom: '2021-04-01', periodTo: '2021-06-15' };
  expect(foldAll(cycleSummaries('any'), events)).toMatchObject([ends]);
  expect(foldAll(progressCycles, events)).toMatchObject([ends]);
});

it('findings are published on a day, and at the moment that the log took it in', () => {
  const history = new History('2021-06-16T09:30:00.000Z').add(
    ...(['cycle', idOf('cycle', 1), 'CyclePlanned', plannedFacts()] as const),
  );
  expect(foldAll(cycleSummaries('any'), history.events)).toMatchObject([{ findings: null }]);
  history.add('cycle', idOf('cycle', 1), 'FindingsPublished', { by: PERSON, on: '2021-06-15' });
  const at = history.events.at(-1)!.recordedAt;
  expect(foldAll(cycleSummaries('any'), history.events)).toMatchObject([
    { findings: { on: '2021-06-15', at } },
  ]);
});
