import type { TeamName } from './identifiers.js';
import { tidyLine } from './tidy-line.js';

/** A team's name as it is recorded: composed letters (NFC), no white space around it, one space between its words. */
export const teamName = (written: string): TeamName => tidyLine(written);

/**
 * What two names of one team have in common, however somebody spaced, composed or capitalised them. Whoever asks whether
 * two names are the same team compares these: a stray space must not make a member of a team a stranger to it.
 */
export const teamKey = (name: TeamName): string => teamName(name).toLowerCase().normalize('NFC');
