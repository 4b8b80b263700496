import type { StreamId } from '#views';

export const streamKey = ({ kind, id }: StreamId): string => `${kind}-${id}`;
