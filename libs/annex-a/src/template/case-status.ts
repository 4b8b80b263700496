import type { Cohort } from '../cohort.js';
import { codeKey } from './category-code.js';

/**
 * What `Case Status` in list 6 says. Local wordings of the five codes are understood; a child who is both in care and on a plan
 * (`CLA&CP`) is in care. Null is a local code that only the authority knows.
 */
export function readCaseStatus(written: string): Cohort | 'closed' | null {
  const key = codeKey(written);
  if (/^closed\b|\bclosed (case|episode)\b/.test(key)) return 'closed';
  if (/\bcare (leaver|experienced)\b/.test(key)) return 'care-experienced';
  if (/\b(looked after|in care|cla|lac|cic)\b/.test(key)) return 'in-care';
  if (/\b(child protection|cp|cpp)\b/.test(key)) return 'child-protection';
  if (/\b(in need|cin|cinp)\b/.test(key)) return 'child-in-need';
  if (/\bassessment\b/.test(key)) return 'assessment';
  return null;
}
