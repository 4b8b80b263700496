import { mkdir } from 'node:fs/promises';

/** Makes the data folder where it is missing. @throws Error that names the folder and says what to do when it cannot be had */
export async function makeDataFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const { code } = error as { code?: unknown };
    const why =
      code === 'ENOSPC' ? 'the disk under it is full; make room' : `the system answers ${String(code)}`;
    throw new Error(
      `The data folder ${path} cannot be made: ${why}. Or name another folder in TOUCHSTONE_DATA.`,
      {
        cause: error,
      },
    );
  }
}
