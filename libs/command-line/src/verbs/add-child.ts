import type { AdditionReport } from '#population';
import { EXIT, type ExitCode } from '../exit-code.js';
import { print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import type { ActingOptions } from './acting.js';
import { refusalFrom, withApi } from './through-api.js';

export interface AddChildOptions extends ActingOptions {
  readonly cycle: string;
  readonly child: string;
  readonly cohort: string;
  readonly team: string;
  /** Id of somebody of the people directory. */
  readonly worker: string;
  readonly family?: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly commandId?: string;
  readonly json: boolean;
}

/** `add-child --cycle ID --child ID ...`: puts a child who is in no list into the population, checked and decided as the API does. */
export function addChild(
  touchstone: Touchstone,
  around: Surroundings,
  { authority, as, cycle, commandId, json, ...asked }: AddChildOptions,
): Promise<ExitCode> {
  const { reasonCode, reason, ...child } = asked;
  return withApi(touchstone, async (api) => {
    const { status, body } = await api.send({
      ...{
        authority,
        person: as,
        commandId: commandId ?? null,
        path: `/v1/cycles/${cycle}/population/children`,
      },
      body: JSON.stringify({ children: [child], reasonCode, reason }),
    });
    if (status >= 500) throw new Error(String(body['detail']));
    if (status >= 400) return printRefusal(around, json, refusalFrom(body));
    const { frame, report } = body as unknown as { readonly frame: string; readonly report: AdditionReport };
    print(around, json, { recorded: true, cycle, frame, report }, [
      report.reconciliation,
      `Frame ${frame}, in place of ${report.to.frame}`,
    ]);
    return EXIT.done;
  });
}
