import { EntitySchema } from 'typeorm';
import { bigInteger, integer, text, yesOrNo } from './columns.js';

/** A generation of a view's rows and how much of the log they tell of. */
export interface CheckpointRecord {
  readonly authority: string;
  readonly view: string;
  readonly generation: number;
  readonly version: number;
  readonly position: bigint;
  readonly live: boolean;
}

export const checkpointEntity = new EntitySchema<CheckpointRecord>({
  name: 'view_checkpoint',
  schema: 'touchstone',
  columns: {
    authority: { ...text, primary: true },
    view: { ...text, primary: true },
    generation: { ...integer, primary: true },
    version: integer,
    position: bigInteger,
    live: yesOrNo,
  },
});

/** The last event of a stream that a generation tells of. */
export interface StreamRecord {
  readonly authority: string;
  readonly view: string;
  readonly generation: number;
  readonly streamKind: string;
  readonly streamId: string;
  readonly revision: bigint;
}

export const streamEntity = new EntitySchema<StreamRecord>({
  name: 'view_stream',
  schema: 'touchstone',
  columns: {
    authority: { ...text, primary: true },
    view: { ...text, primary: true },
    generation: { ...integer, primary: true },
    streamKind: { ...text, primary: true, name: 'stream_kind' },
    streamId: { ...text, primary: true, name: 'stream_id' },
    revision: bigInteger,
  },
});
