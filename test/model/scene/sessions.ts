import { shippedToolId } from '#authority-setup';
import { AUTHORITY, type AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { named } from './named.js';

const { lea, lou, anna, una, mo } = PEOPLE;

export async function sessions(work: AtWork): Promise<void> {
  const tool = { id: shippedToolId(AUTHORITY, 'core-practice-audit'), version: 1 };
  const own = { grade: 'good', sections: [], rationale: 'As read.' } as const;
  for (const name of ['grading', 'revealed', 'discussed']) {
    const id = named(`session-${name}`);
    await work.done('calibration-session', id, lea, {
      ...{ type: 'OpenSession', title: 'Reading together', record: 'C-9000', tool },
      ...{ participants: [una, anna, mo], leader: lou },
    });
    await work.done('calibration-session', id, una, { type: 'CommitCalibrationGrade', ...own });
    if (name === 'grading') continue;
    await work.done('calibration-session', id, anna, { type: 'CommitCalibrationGrade', ...own });
    await work.done('calibration-session', id, lou, { type: 'RevealGrades' });
    if (name === 'discussed')
      await work.done('calibration-session', id, lou, {
        ...{ type: 'RecordCalibrationDiscussion', on: work.today, agreedGrade: 'good' },
      });
  }
}
