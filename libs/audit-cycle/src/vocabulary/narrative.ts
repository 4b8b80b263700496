/** Whether somebody wrote something that a person could read. */
export const isWritten = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '';

/** The texts that were written, kept apart from the facts; null when there is none. */
export const narrative = <Name extends string>(
  texts: Readonly<Partial<Record<Name, string | undefined>>>,
): Readonly<Partial<Record<Name, string>>> | null => {
  const written = Object.entries<string | undefined>(texts).filter(([, text]) => isWritten(text));
  return written.length === 0 ? null : (Object.fromEntries(written) as Partial<Record<Name, string>>);
};
