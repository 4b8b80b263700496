import { describe, expect, it } from '@jest/globals';
import { factsOf, makeRecord, narrativeOf, parseHeader } from './event-record.js';
import { parseStreamName, streamName } from './stream-name.js';

const AUDIT = '0198c0de-0000-7000-8000-000000000001';
const description = {
  stream: `northshire/case-audit-${AUDIT}`,
  id: '0198c0de-0000-7000-8000-000000000002',
  type: 'CaseGraded',
  schema: 1,
  occurredAt: '2026-03-02T09:00:00.000Z',
  actor: '0198c0de-0000-7000-8000-000000000003',
  command: '0198c0de-0000-7000-8000-000000000004',
  correlation: '0198c0de-0000-7000-8000-000000000005',
  causation: null,
  keyScope: 'case-audit',
  facts: { grade: 'good', actionsSet: 1 },
  narrative: { rationale: 'Visits were regular.' },
};

describe('a record in format 1', () => {
  it('is these bytes: history cannot be rewritten, so this text may never change', () => {
    const { headerBytes, factsBytes, narrativeBytes } = makeRecord(description);
    expect(text(factsBytes)).toBe('{"actionsSet":1,"grade":"good"}');
    expect(text(narrativeBytes!)).toBe('{"rationale":"Visits were regular."}');
    expect(text(headerBytes)).toBe(
      '{"actor":"0198c0de-0000-7000-8000-000000000003","authority":"northshire","causation":null,' +
        '"command":"0198c0de-0000-7000-8000-000000000004","correlation":"0198c0de-0000-7000-8000-000000000005",' +
        '"facts":"47b36bfeab48d776f99977c4a242d51959acd5cbd96c59741c45c4a0d3d0c016","format":1,' +
        '"id":"0198c0de-0000-7000-8000-000000000002","keyScope":"case-audit",' +
        '"narrative":{"digest":"5f2911992d84bee2d7e91e813e01ad117ecec14d6f7acd392d2a89e1d5398f56","form":"json"},' +
        '"occurredAt":"2026-03-02T09:00:00.000Z","schema":1,' +
        '"stream":"northshire/case-audit-0198c0de-0000-7000-8000-000000000001","type":"CaseGraded"}',
    );
  });

  it('reads back what was written', () => {
    const record = makeRecord(description);
    expect(parseHeader(record.headerBytes)).toEqual(record.header);
    expect(factsOf(record)).toEqual(description.facts);
    expect(narrativeOf(record)).toEqual(description.narrative);
  });

  it('has no narrative bytes and no digest of them where there is no narrative', () => {
    const record = makeRecord({ ...description, narrative: null });
    expect(record.narrativeBytes).toBeNull();
    expect(record.header.narrative).toBeNull();
    expect(narrativeOf(record)).toBeNull();
  });
});

describe('a stream name', () => {
  it('leads with the authority', () => {
    expect(streamName('northshire', 'case-audit', AUDIT)).toBe(description.stream);
    expect(parseStreamName(description.stream)).toEqual({
      authority: 'northshire',
      kind: 'case-audit',
      id: AUDIT,
    });
  });

  it.each([
    ['Northshire', 'cycle', AUDIT],
    ['north/shire', 'cycle', AUDIT],
    ['', 'cycle', AUDIT],
    ['northshire', 'Cycle', AUDIT],
    ['northshire', 'cycle', AUDIT.toUpperCase()],
    ['northshire', 'cycle', '17'],
  ])('refuses %p %p %p', (authority, kind, id) => {
    expect(() => streamName(authority, kind, id)).toThrow(TypeError);
  });
});

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
