const ONE_ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;
const LONGEST = 254;

/** One plain address, as RFC 5321 writes it without quotes: no name, no list, no line break that a header could end at. */
export const isMailAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && ONE_ADDRESS.test(value);
