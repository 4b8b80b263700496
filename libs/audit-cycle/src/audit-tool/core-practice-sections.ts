import type { ToolSection } from './definition.js';
import { graded, key } from './section-kinds.js';

/** A child who is not safe, or for whom things only got worse, is not made up for by anything else. */
export const CORE_PRACTICE_SECTIONS: readonly ToolSection[] = [
  key(
    graded(
      'safety',
      'Keeping the child safe',
      'When something pointed to harm, was it noticed, and did somebody act soon enough and firmly enough?',
      {
        outstanding:
          'Danger is seen early, named plainly and lessened. The family knows what the worry is and what keeps the child safe. Every change in the danger changes what is done.',
        good: 'Danger is recognised and acted on in time. A safety plan is in place, the people in it know their part, and it is checked.',
        'requires-improvement':
          'The main danger is known, but some signs were missed or answered late, or the safety plan is vague about who does what.',
        inadequate:
          'The child is or was left in danger: clear signs were not acted on, or nobody knows how safe the child is now.',
      },
    ),
    'inadequate',
  ),
  graded(
    'assessment',
    'Assessment',
    'Does the assessment explain what life is like for this child, why it is so, and what has to change?',
    {
      outstanding:
        'A full and current picture that joins history, strengths and worries into an explanation the family recognises. It drives what happens next and is renewed when life changes.',
      good: 'Current, covers the child, the parents and the wider family, weighs history, and ends in a clear view of what is needed.',
      'requires-improvement':
        'Describes more than it explains. History, a parent or a brother or sister is left thin, or it has fallen behind events.',
      inadequate:
        'Missing, badly out of date, or so weak that decisions about the child have nothing sound to rest on.',
    },
  ),
  graded(
    'planning',
    'Planning and review',
    'Would the family, reading the plan, know what must be different, by when, and who is helping?',
    {
      outstanding:
        'Made with the family and in their words. Few, clear aims; progress is measured; reviews change the plan as soon as it does not work.',
      good: 'Specific aims, named people and dates that follow from the assessment. Reviews are on time and look at what has changed.',
      'requires-improvement':
        'There is a plan, but aims are loose, dates slip without a reason, or reviews repeat the list of tasks instead of asking what changed.',
      inadequate:
        'No workable plan, or one that nobody follows; the child has drifted while nothing was decided.',
    },
  ),
  graded(
    'child-voice',
    "Child's voice and lived experience",
    'After reading the record, do you know this child: what a day is like, what they want, and what came of it?',
    {
      outstanding:
        'The child is vivid throughout, whatever their age or way of communicating. What they say and show has changed decisions, and they were told how.',
      good: 'The child is seen and heard alone where right. Wishes, feelings and behaviour are recorded, thought about and used.',
      'requires-improvement':
        'Views are noted now and then but seldom explored or used; more is known about the adults than about the child.',
      inadequate: 'The child is all but absent: not seen, not listened to, or heard and ignored.',
    },
  ),
  graded(
    'visits',
    'Visits and direct work',
    'Are visits frequent enough, and does each have a purpose that helps the child?',
    {
      outstanding:
        'A trusted relationship. Visits follow the need and not only the timetable, and direct work skilfully helps the child make sense of their life.',
      good: 'Visits are as often as they should be, purposeful and written up in time; the home is seen and the child is met.',
      'requires-improvement':
        'Some visits are late, hurried or alike; the purpose is unclear or the note says little about the child.',
      inadequate:
        'Long gaps, or visits that do not reach the child, leave the worker unable to say how they are.',
    },
  ),
  graded(
    'oversight',
    'Management oversight and supervision',
    'Can you see a manager thinking with the worker, deciding, and making sure that it happened?',
    {
      outstanding:
        'Regular, reflective supervision tests the thinking and steers the work. Decisions are reasoned, followed through, and drift is caught at once.',
      good: 'Supervision is regular, decisions and their reasons are on record, and actions from the last time are picked up.',
      'requires-improvement':
        'Supervision happens but is irregular or a list of tasks; directions are not followed up.',
      inadequate: 'No real oversight: serious decisions are missing, unexplained, or left undone unnoticed.',
    },
  ),
  graded(
    'multi-agency',
    'Working with other agencies',
    'Do the people around the child share what they know and pull in one direction?',
    {
      outstanding:
        'One team around the child. Information moves quickly, disagreement is voiced and settled, and each agency changes what it does when the child needs it.',
      good: 'The right agencies take part, share in time and do what they agreed.',
      'requires-improvement':
        'Partners are involved unevenly; some information comes late or an important one was not asked.',
      inadequate:
        'Agencies work apart, and something that one of them knew did not reach those who had to act.',
    },
  ),
  graded(
    'identity',
    'Identity and diversity',
    'Is it clear who this child is, and has the help been shaped to fit?',
    {
      outstanding:
        'Culture, faith, language, disability, sexuality and family story are understood as the child lives them, and help is shaped around them, unfair treatment included.',
      good: 'Identity is explored with the child and family and makes a difference to the help.',
      'requires-improvement':
        'Identity is recorded as facts; little is said about what it means to this child or to the help given.',
      inadequate:
        'Important parts of who the child is are ignored or wrong, and the help fits badly because of it.',
    },
  ),
  key(
    graded(
      'impact',
      'Impact on the child',
      'Because of our work, what is better for this child, and how do you know?',
      {
        outstanding:
          'Life is plainly and lastingly better, or the child was spared serious harm. The child, the family or others who know them say so.',
        good: 'Things are getting better in ways that matter to the child, and there is evidence of it.',
        'requires-improvement':
          'Some progress, but slow, patchy or not yet shown; much was done and less has changed.',
        inadequate: 'Nothing has improved or things are worse, and the work is part of the reason.',
      },
    ),
    'inadequate',
  ),
];
