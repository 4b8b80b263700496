import { Problem } from '#platform';

/** The problem that the check of input answers with, for what only a handler can judge. */
export const invalidInput = (path: string, message: string): Problem =>
  new Problem(400, 'invalid-input', 'The request does not fit its description. Correct what is listed.', {
    members: { errors: [{ path, message }] },
  });
