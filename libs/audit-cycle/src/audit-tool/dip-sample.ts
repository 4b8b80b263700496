import { CURRENT_SCALE } from '../vocabulary/grade.js';
import type { ToolDefinition } from './definition.js';
import { choice, date, graded, inWords, key, optional, yesNo } from './section-kinds.js';

/** A short look at many cases, in the product's own words. */
export const DIP_SAMPLE: ToolDefinition = {
  name: 'Dip sample',
  scale: CURRENT_SCALE,
  unit: 'child',
  partners: [],
  overallGrade: true,
  voices: [],
  practiceDiscussion: false,
  sections: [
    date('last-seen', 'Last seen', 'On which day did somebody from the service last see this child?'),
    choice('timeliness', 'Timeliness', 'The last step that was due for this child: when was it taken?', {
      'in-time': 'In time',
      'late-explained': 'Late, and the record says why',
      'late-unexplained': 'Late, and the record does not say why',
      'not-taken': 'Not taken',
    }),
    yesNo(
      'decision-recorded',
      'Decision on record',
      'Does the record hold the decision that was made, who made it and why?',
    ),
    yesNo(
      'child-in-it',
      'The child is in it',
      'Reading only this piece of work, could you say something about the child that fits no other child?',
    ),
    key(
      graded(
        'right-response',
        'The right response',
        'Was what we did right for what was known at the time?',
        {
          outstanding:
            'The response fitted closely, looked further than the question that was asked, and the child was plainly better off for it.',
          good: 'The response fitted what was known, came in time, and its reasons can be followed.',
          'requires-improvement':
            'The response was broadly right, but came late, left a part of the need out or cannot be followed from the record.',
          inadequate: 'The response was wrong or missing, and left a child without help or protection.',
        },
      ),
      'inadequate',
    ),
    optional(inWords('note', 'Note', 'What should somebody look at more closely, and why?')),
  ],
  themes: [
    { code: 'thresholds', title: 'Deciding who needs what help' },
    { code: 'timeliness', title: 'Acting in time' },
    { code: 'decision-making', title: 'Decisions and their reasons' },
    { code: 'recording', title: 'Quality of the record' },
    { code: 'childs-voice', title: 'What the child says and how they live' },
  ],
};
