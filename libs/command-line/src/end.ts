/** Takes what a verb ends with: its exit code is that of the program. */
export type End = (answer: Promise<number>) => Promise<void>;
