import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkout } from './checkout.mjs';

const LOCK = join(checkout, 'dist/.launching');

/**
 * Runs `work` while no other launcher of this checkout does. The lock is a folder that holds the owner's process;
 * it appears by renaming, so it is never seen empty, and the lock of a dead process is taken over.
 */
export async function inTurn(work) {
  const mine = await identity(process.pid);
  while (!(await take(mine))) await setTimeout(200);
  try {
    return await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

async function take(mine) {
  const draft = `${LOCK}.${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'owner'), mine);
  try {
    await rename(draft, LOCK);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await removeIfAbandoned();
    return false;
  }
}

async function removeIfAbandoned() {
  const owner = await ownerOf(LOCK);
  if (owner === undefined || (await identity(Number(owner.split(' ')[0]))) === owner) return;
  const aside = `${LOCK}.${randomUUID()}`;
  try {
    await rename(LOCK, aside);
    // Somebody else may have taken the lock over since we looked: then it goes back.
    if ((await ownerOf(aside)) !== owner) await rename(aside, LOCK);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

async function ownerOf(lock) {
  return readFile(join(lock, 'owner'), 'utf8').catch(() => undefined);
}

/** The process's number and the moment it was started, so that a number given out again is not taken for it. */
async function identity(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || stat === '' ? `${pid} gone` : `${pid} ${fields[18]}`;
}
