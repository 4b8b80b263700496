/** A name or an id as it is recorded: composed letters (NFC), no white space around it, one space between its words. */
export const tidyLine = (written: string): string => written.normalize('NFC').trim().replace(/\s+/gu, ' ');
