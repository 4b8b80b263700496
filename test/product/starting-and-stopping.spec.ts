import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';

let folder: DataFolder;
beforeEach(async () => {
  folder = await DataFolder.make();
});
afterEach(() => folder.remove());

describe('start', () => {
  it('prints the address and answers there; Ctrl-C stops it and its database; a second start has what was recorded', async () => {
    const first = folder.launch(['start']);
    const ready = await fetch(`${await first.address()}/v1/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    expect((await folder.run(['simulate', '--cases', '2', '--seed', '9']).ended).code).toBe(0);
    first.signal('SIGINT');
    expect(await first.ended).toMatchObject({ code: 0, err: expect.stringContaining('Stopping.') });
    expect(await folder.postgres()).toBeUndefined();

    const second = folder.launch(['start']);
    const page = await fetch(await second.address());
    expect(await page.text()).toContain('simulation-9-1x2');
    expect((await second.end()).code).toBe(0);
    expect(await folder.postgres()).toBeUndefined();
  });

  it('stopped by Ctrl-C while it loads its demonstration, ends at once and well', async () => {
    const started = folder.run(['start'], { TOUCHSTONE_DEMONSTRATION: 'on' });
    await started.says(/^Loading the demonstration authority: /m);
    started.signal('SIGINT');
    expect(await started.ended).toMatchObject({ code: 0, out: '' });
    expect(await folder.postgres()).toBeUndefined();
  });

  it('stops by itself, and its database with it, when its launcher was killed', async () => {
    const launched = folder.launch(['start']);
    await launched.address();
    launched.signal('SIGKILL');
    expect((await launched.ended).err).toContain('Stopping.');
    expect(await folder.postgres()).toBeUndefined();
  });

  it('with a setting that cannot be used names it, and not what it is set to', async () => {
    const { code, out, err } = await folder.run(['start'], { PORT: 'abc' }).ended;
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toBe('PORT must be a whole number from 0 to 65535.\n');
  });
});
