import { EntitySchema } from 'typeorm';
import { bigInteger, instant, integer, text, yesOrNo } from './columns.js';

/** A generation of a view's rows and how much of the log they tell of. */
export interface CheckpointRecord {
  readonly authority: string;
  readonly view: string;
  readonly generation: number;
  readonly version: number;
  readonly position: bigint;
  readonly live: boolean;
  readonly spent: number;
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
    spent: integer,
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

/** An event that a generation stands before and cannot take. */
export interface StopRecord {
  readonly authority: string;
  readonly view: string;
  readonly generation: number;
  readonly event: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly error: string;
  readonly since: string;
  readonly attempts: number;
  readonly retryAsked: boolean;
}

export const stopEntity = new EntitySchema<StopRecord>({
  name: 'view_stop',
  schema: 'touchstone',
  columns: {
    authority: { ...text, primary: true },
    view: { ...text, primary: true },
    generation: { ...integer, primary: true },
    event: text,
    type: text,
    stream: text,
    revision: bigInteger,
    position: bigInteger,
    error: text,
    since: instant,
    attempts: integer,
    retryAsked: { ...yesOrNo, name: 'retry_asked' },
  },
});
