import type { ToolSection } from './definition.js';
import { choice, date, graded, inWords, key, optional, yesNo } from './section-kinds.js';

export const REVIEW_HEALTH_ASSESSMENT_SECTIONS: readonly ToolSection[] = [
  date('assessed-on', 'Day of the assessment', 'On which day was the child seen for this assessment?'),
  choice('timing', 'Timing', 'Was the child seen by the day by which it was due?', {
    'in-time': 'In time',
    'late-for-the-child': 'Late, because that was better for the child',
    'late-asked-late': 'Late: it was asked for late',
    'late-seen-late': 'Late: it was asked for in time',
  }),
  yesNo(
    'consent',
    'Consent',
    'Is it on record who agreed to the assessment, and that they were entitled to?',
  ),
  yesNo(
    'dentist',
    'Dentist',
    'Is it on record that a dentist has seen the child in the last year, or why not?',
  ),
  graded('voice', 'The child in the room', 'How was the child part of the assessment?', {
    outstanding:
      'The child chose where and with whom, was seen alone where right, and what they worry about leads the report.',
    good: 'The child took part in a way that suits their age, and their questions were answered.',
    'requires-improvement': 'The child was there; most of what is written comes from others.',
    inadequate: 'The child was not seen, or what they said was left out.',
  }),
  key(
    graded('whole-child', 'The whole of health', 'Is the picture of this child’s health whole and true?', {
      outstanding:
        'Body, growth, feelings, habits, history and what runs in the family are drawn together, with what others know; gaps are named and filled.',
      good: 'Each part of health is looked at, earlier findings are followed up and what is new is explained.',
      'requires-improvement': 'A part is missing or copied from the last time; history is thin.',
      inadequate: 'A need that others knew of was missed, or the assessment is of little use to anybody.',
    }),
    'inadequate',
  ),
  graded(
    'wellbeing',
    'Feelings and mental health',
    'Is it known how this child is doing inside, and what helps?',
    {
      outstanding:
        'Carer, school and child were all heard; the result is understood in the light of what the child has lived through, and help is under way.',
      good: 'Feelings and behaviour are assessed by a method that is named, and what follows is agreed.',
      'requires-improvement': 'It is mentioned, but nothing was measured or nothing follows.',
      inadequate: 'Signs of distress or danger were not picked up.',
    },
  ),
  graded('health-plan', 'The health plan', 'Is it clear what happens next, who does it and by when?', {
    outstanding:
      'Specific, agreed with child and carer, and already moving; what the last plan asked for was done or asked after.',
    good: 'Each need has a step with a name and a day, and the last plan was looked at.',
    'requires-improvement': 'Steps are vague, left to the carer alone, or the last plan was not looked at.',
    inadequate: 'No plan, or one that leaves a serious need without help.',
  }),
  graded(
    'shared',
    'Told to those who need it',
    'Did what was found reach the people who look after the child?',
    {
      outstanding:
        'Carer, social worker, doctor and school each know what they need and no more, and the care plan changed because of it.',
      good: 'Carer, social worker and doctor have it, and it is in the care plan.',
      'requires-improvement': 'It arrived late, or is on file and in nobody’s plan.',
      inadequate: 'Somebody who had to act did not know.',
    },
  ),
  optional(
    inWords('unmet-need', 'Unmet need', 'Which help does the child wait for, since when, and who was told?'),
  ),
];
