import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { derivedId } from '#event-log';
import { IdentityModule, NobodySignsIn } from '#identity';
import {
  ACycle,
  CYCLE_OF_35,
  NARRATIVE,
  NORTHSHIRE,
  recordCycleOf35,
  RecordOfEvents,
} from '#insight/testing';
import { createHttpApp, openLog } from '#platform';
import type { AuthorityName } from '../authorities.js';
import { webModule } from '../web-module.js';

const TODAY = new Date('2021-07-01T12:00:00.000Z');
const NORTH: AuthorityName = { id: NORTHSHIRE, name: 'Northshire', simulated: false };
const SIMULATED: AuthorityName = { id: 'simshire', name: 'Simshire <made up>', simulated: true };

let app: NestFastifyApplication | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

@Module({})
class Features {}

async function start(
  record: RecordOfEvents,
  { authorities = [NORTH], trial = true }: { authorities?: readonly AuthorityName[]; trial?: boolean } = {},
): Promise<void> {
  await record.level();
  const pages = webModule({
    reader: record.store,
    authorities: { list: async () => authorities, head: (id) => record.log.head(id) },
    clock: () => TODAY,
    trial,
  });
  const features: DynamicModule = {
    module: Features,
    imports: [IdentityModule.forRoot(new NobodySignsIn()), pages],
  };
  app = await createHttpApp(features, { log: openLog('silent') });
}

const cycleOf35 = async (): Promise<RecordOfEvents> => {
  const record = new RecordOfEvents(NORTHSHIRE);
  await recordCycleOf35(record);
  return record;
};

async function page(url = '/', status = 200): Promise<{ html: string; text: string }> {
  const answer = await app!.inject({ url });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  return { html: answer.body, text: asRead(answer.body) };
}

/** What is left for a reader: text, with one space between words. */
const asRead = (html: string): string =>
  html
    .replace(/<(?:script|style|title)\b.*?<\/\w+>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** Problems of the markup and of its accessibility, worded for a failing test. */
async function faultsOf(html: string): Promise<readonly string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
    // Nothing comes from elsewhere, and how long the title of a cycle is, its authority decides.
    rules: { 'require-sri': ['error', { target: 'crossorigin' }], 'long-title': 'off' },
  });
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}

describe('the start page of the cycle of 35', () => {
  it('has every figure of the distribution', async () => {
    const record = await cycleOf35();
    await start(record);
    const { text } = await page();
    for (const line of [
      'Final grades of 35 audits, 30 of them graded',
      'Grade n % of all 35 % of 30 graded',
      'Outstanding 2 6 7 ',
      'Good 21 60 70 ',
      'Requires improvement to be good 6 17 20 ',
      'Inadequate 1 3 3 ',
      'No grade recorded 5 14 – ',
      'Total 35 100 100 ',
      'Good or better: 23 of 30 graded, 76.7% (95% interval 59.1% to 88.2%, Wilson; it covers sampling error only).',
      'Of all 35, between 65.7% and 80.0%, whatever the missing grades would have been.',
      '5 of 35 audits have no grade: 5 because the auditor gave no grade.',
      'No audit was withdrawn.',
      `As known on 1 July 2021, at position ${await record.log.head(NORTHSHIRE)} of the record.`,
    ])
      expect(text).toContain(line);
  });

  it('says how far the record goes on where the views are behind it', async () => {
    const record = await cycleOf35();
    await start(record);
    const behind = await record.log.head(NORTHSHIRE);
    expect((await page()).text).not.toContain('goes on');
    const late = new ACycle(SMALL);
    const head = await record.happened('2021-07-01T09:00:00.000Z', 'cycle', late.id, late.planned());
    const { text } = await page();
    const line = `at position ${behind} of the record. The record goes on to position ${head}: what came after is not in these figures yet.`;
    expect(text.split(line)).toHaveLength(4);
  });

  it('has how far it came, how the sample was drawn and what became of the actions', async () => {
    await start(await cycleOf35());
    const { text } = await page();
    for (const line of [
      '1 April 2021 to 30 April 2021, closed; work reviewed from 1 October 2020 to 1 April 2021; 35 audits planned.',
      'Allocated to an auditor 5 ',
      'Where the audits of the cycle stood when it was closed',
      'Finalised 30 ',
      'The cycle was closed without a grade for 5 audits: nothing is in progress any more.',
      'All audits, withdrawn ones included 35 ',
      '35 of 2,503 children.',
      'List as at 1 April 2021.',
      'A figure of 60% is known to plus or minus 16.1 points (95%, finite population of the 2,495 children who could be drawn).',
      'This is sampling error only; it does not include error of grading.',
      'cd'.repeat(32),
      'Made by the server after the list was frozen.',
      'ab'.repeat(32),
      '8 children already sampled in the months before.',
      'Child in need 2,008 2,000 28 ',
      'Children in our care 495 495 7 ',
      'Open 2 ',
      'Reported done 2 ',
      'Verified as done 2 ',
      'Verified as done in part 1 ',
      'Verified as not done 1 ',
      'Cancelled 1 ',
      'Set 9 ',
      'Overdue on 1 July 2021: 1 of 2 open.',
      'Repeats of an earlier action: 1 of 9 set.',
      'Median time from setting to verifying: 10 calendar days (n = 4 verified).',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain(NARRATIVE);
  });

  it('is well-formed and accessible, and loads its one stylesheet and nothing else', async () => {
    await start(await cycleOf35());
    const { html } = await page();
    expect(await faultsOf(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:/);
    const [, styles] = /<link rel="stylesheet" href="([^"]+)">/.exec(html) ?? [];
    const answer = await app!.inject({ url: styles! });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(answer.body).not.toMatch(/url\(|@import/);
  });
});

describe('the start page', () => {
  const DANGEROUS = '<script>alert("35")</script> & \'co\'';

  it('shows a title as the text that it is', async () => {
    const record = new RecordOfEvents(NORTHSHIRE);
    const cycle = new ACycle({ ...SMALL, title: DANGEROUS });
    await record.happened('2021-06-01T09:00:00.000Z', 'cycle', cycle.id, cycle.planned());
    await start(record);
    const { html } = await page();
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;35&quot;)&lt;/script&gt; &amp; &#39;co&#39;');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('says so where there is no sample, no grade and no action yet', async () => {
    const record = new RecordOfEvents(NORTHSHIRE);
    const cycle = new ACycle(SMALL);
    await record.happened('2021-06-01T09:00:00.000Z', 'cycle', cycle.id, cycle.planned());
    await start(record);
    const { html, text } = await page();
    for (const line of [
      'No sample has been drawn yet.',
      'Good or better: no audit is graded, so there is no figure.',
      'No action is verified yet, so there is no time from setting to verifying.',
      'Total 0 – – ',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(await faultsOf(html)).toEqual([]);
  });

  it('says that a seed was supplied', async () => {
    const record = new RecordOfEvents(NORTHSHIRE);
    const cycle = new ACycle(SMALL);
    const events = [cycle.planned(), cycle.imported(), cycle.drawn('supplied')];
    await record.happened('2021-06-01T09:00:00.000Z', 'cycle', cycle.id, ...events);
    await start(record);
    expect((await page()).text).toContain('Supplied by a person, and not made by the server.');
  });

  it('shows the latest cycle, and another one when it is chosen', async () => {
    const record = await cycleOf35();
    const june = new ACycle(SMALL);
    await record.happened('2021-06-20T09:00:00.000Z', 'cycle', june.id, june.planned());
    await start(record);
    expect((await page()).html).toContain('<h2 id="cycle-title">June 2021</h2>');
    const chosen = await page(`/?authority=${NORTHSHIRE}&cycle=${CYCLE_OF_35.id}`);
    expect(chosen.html).toContain('<h2 id="cycle-title">April 2021</h2>');
    expect(chosen.html).toMatch(
      new RegExp(`<option value="${CYCLE_OF_35.id}" selected>April 2021, 1 April 2021`),
    );
  });

  it('marks an authority whose dates are simulated, and no other', async () => {
    await start(await cycleOf35(), { authorities: [NORTH, SIMULATED] });
    expect((await page()).html).not.toContain('class="mark"');
    const { html, text } = await page('/?authority=simshire');
    expect(html).toContain('<p class="mark">Simulated dates</p>');
    expect(html).toContain('<h1>Simshire &lt;made up&gt;</h1>');
    expect(text).toContain('This authority has no cycle yet.');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('says that it is a trial without sign-in', async () => {
    await start(await cycleOf35());
    expect((await page()).text).toContain('Trial. There is no sign-in');
  });

  it('is there before any authority is', async () => {
    await start(new RecordOfEvents(NORTHSHIRE), { authorities: [] });
    const { html, text } = await page();
    expect(text).toContain('Nothing has been recorded yet.');
    expect(await faultsOf(html)).toEqual([]);
  });

  it.each([
    ['/?authority=nowhere', 'There is no such authority here. Choose one from the list.'],
    [
      `/?authority=${NORTHSHIRE}&cycle=35`,
      'There is no such cycle in this authority. Choose one from the list.',
    ],
    [
      `/?cycle=${derivedId('cycle', 'never')}`,
      'There is no such cycle in this authority. Choose one from the list.',
    ],
    [`/?authority=simshire&cycle=${CYCLE_OF_35.id}`, 'There is no such cycle in this authority.'],
  ])('answers %s with 404 and lets people choose', async (url, line) => {
    await start(await cycleOf35(), { authorities: [NORTH, SIMULATED] });
    const { html, text } = await page(url, 404);
    expect(text).toContain(line);
    expect(html).toContain('<option value="simshire"');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('is not there outside the trial profile', async () => {
    await start(await cycleOf35(), { trial: false });
    const answer = await app!.inject({ url: `/?cycle=${CYCLE_OF_35.id}` });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not-found' });
    expect(answer.body).not.toContain('April 2021');
  });
});

const SMALL = {
  id: derivedId('cycle', 'June'),
  title: 'June 2021',
  size: 10,
  from: '2021-06-01',
  to: '2021-06-30',
};
