import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditCycleEvent } from '#audit-cycle';
import { derivedId } from '#event-log';
import type { StandingLook } from '../deciding/standing-states.js';
import { AuthorityAtWork, PEOPLE, START } from '../testing/authority-at-work.js';
import { eventsHappened } from '../testing/final-audits.js';
import {
  actionsBefore,
  actionsOfAudit,
  actionStatesOfAudit,
  openActionsOfChild,
  ownersOfActions,
} from './child-actions.js';

const AUDITS = 40;
const { anna, tim } = PEOPLE;
const audit = (n: number): string => derivedId('case-audit', String(n));
const action = (n: number, of: number): string => derivedId('action', String(n), String(of));
/** Every child is audited twice. */
const child = (n: number): string => `C-${n % (AUDITS / 2)}`;

const set = (n: number): AuditCycleEvent => ({
  type: 'ActionSet',
  facts: {
    source: {
      ...{ kind: 'audit', audit: audit(n), cycle: derivedId('cycle', 'a'), child: child(n) },
      ...{ theme: 'planning', lineOfEnquiry: null, openActionsShown: [] },
    },
    ...{ owner: tim, team: 'North', priority: 'medium', kind: 'compliance', due: '2026-05-12' },
  },
  narrative: null,
});

/** A look that takes down which actions are asked for. */
function watched(look: StandingLook): { readonly look: StandingLook; readonly visited: string[] } {
  const visited: string[] = [];
  const watching = new Proxy(look, {
    get: (of, name) => {
      if (name === 'all') {
        return (...[kind]: Parameters<StandingLook['all']>) => {
          const all = of.all(kind);
          visited.push(...all.keys());
          return all;
        };
      }
      if (name === 'of') {
        return (...[kind, id]: Parameters<StandingLook['of']>) => {
          visited.push(id);
          return of.of(kind, id);
        };
      }
      return Reflect.get(of, name) as unknown;
    },
  });
  return { look: watching, visited };
}

describe(`the actions of one of ${AUDITS} audits, each with three`, () => {
  let known: ReturnType<typeof watched>;

  beforeEach(async () => {
    const work = await AuthorityAtWork.begin();
    for (let n = 0; n < AUDITS; n++) {
      for (const third of [0, 1, 2])
        await eventsHappened(work, 'improvement-action', action(n, third), START, set(n));
    }
    // Asked for once before the last of it happens, so that what comes later is taken up as well.
    await work.gateway.lookups.standing.look(work.authority);
    await eventsHappened(work, 'improvement-action', action(3, 1), START, {
      type: 'ActionCancelled',
      facts: { reasonCode: 'closed', approvedBy: PEOPLE.lead },
      narrative: null,
    });
    await eventsHappened(work, 'improvement-action', action(3, 2), START, {
      type: 'ActionReassigned',
      facts: { from: tim, to: anna, team: 'North', reasonCode: 'left' },
      narrative: null,
    });
    known = watched(await work.gateway.lookups.standing.look(work.authority));
  });

  it('are its own, without those cancelled, and no other audit is looked at', () => {
    expect(actionsOfAudit(known, audit(3))).toEqual([action(3, 0), action(3, 2)]);
    expect(actionStatesOfAudit(known, audit(3)).map(({ status }) => status)).toEqual([
      ...['open', 'cancelled', 'open'],
    ]);
    expect(new Set(known.visited)).toEqual(new Set([0, 1, 2].map((of) => action(3, of))));
  });

  it('are none of an audit without any', () => {
    expect(actionsOfAudit(known, audit(AUDITS))).toEqual([]);
    expect(known.visited).toEqual([]);
  });

  it('are those of the child as well, from both audits, open and closed', () => {
    const ofBoth = [3, 3 + AUDITS / 2].flatMap((n) => [0, 1, 2].map((of) => action(n, of)));
    expect(openActionsOfChild(known, child(3), action(3, 0))).toEqual(
      ofBoth.filter((id) => id !== action(3, 0) && id !== action(3, 1)),
    );
    expect(actionsBefore(known, { child: child(3) }, ofBoth[4]!)).toEqual(ofBoth.slice(0, 4));
    expect(actionsBefore(known, { child: child(3) }, action(3, 9))).toEqual(ofBoth);
    expect(new Set(known.visited).size).toBeLessThanOrEqual(ofBoth.length);
  });

  it('have the owners of now and of before', () => {
    expect(ownersOfActions(known, [action(3, 2), action(4, 0)])).toEqual([anna, tim, tim]);
    expect(new Set(known.visited)).toEqual(new Set([action(3, 2), action(4, 0)]));
  });
});
