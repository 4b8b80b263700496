export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be used. Says which one and what it should be, and never what it is: settings hold passwords. */
export class ConfigurationProblem extends Error {
  constructor(
    readonly variable: string,
    what: string,
  ) {
    super(`${variable} ${what}`);
    this.name = 'ConfigurationProblem';
  }
}

/** An empty variable counts as not set. */
export const given = (environment: Environment, variable: string): string | undefined =>
  environment[variable] === '' ? undefined : environment[variable];
