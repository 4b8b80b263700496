import type { View } from '#views';

/** Another program has a newer version of a view; this one leaves its rows alone. */
export class NewerVersion extends Error {
  override readonly name = 'NewerVersion';

  constructor({ name, version }: Pick<View, 'name' | 'version'>, authority: string, newer: number) {
    super(
      `The rows of the view ${name} of ${authority} are made by its version ${newer}; this program knows version ${version} and ` +
        'leaves them alone. Run the newer program. To go back for good, end every newer program and rebuild the view with this one.',
    );
  }
}
