/** Ends what the global set-up began and waits until the tests' server and its folder are gone. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.removeTestServer?.();
}
