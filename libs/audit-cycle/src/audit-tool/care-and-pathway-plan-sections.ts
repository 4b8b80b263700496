import type { ToolSection } from './definition.js';
import { date, graded, key, optional, yesNo } from './section-kinds.js';

export const CARE_AND_PATHWAY_PLAN_SECTIONS: readonly ToolSection[] = [
  date('last-reviewed', 'Last review', 'On which day was this plan last reviewed?'),
  yesNo('has-copy', 'The child has the plan', 'Does the child have the plan, in a form that they can use?'),
  graded(
    'authorship',
    'Whose plan it is',
    'How much of this plan is the work of the child or young person?',
    {
      outstanding:
        'It reads as theirs: what they hope for leads, what they disagree with is there, and what could not be done was explained to them.',
      good: 'Their wishes are in it, in their words where they have words, and have shaped what is planned.',
      'requires-improvement':
        'They were asked, but the plan would be the same if they had said something else.',
      inadequate: 'It was made about them, without them.',
    },
  ),
  graded(
    'needs',
    'Answering the need',
    'Does the plan answer what the assessment found, in every part of life?',
    {
      outstanding:
        'Health, learning, family, identity and feelings are joined into one picture; the plan reaches further than today and adapts as the child grows.',
      good: 'Each need that was found has an aim and something that is done about it.',
      'requires-improvement':
        'The main needs are answered; others are named and left, or answered for any child.',
      inadequate: 'An important need is missing, or what is planned does not fit the child.',
    },
  ),
  key(
    graded(
      'home',
      'A lasting home',
      'Is it clear where this child will grow up, and what happens if that fails?',
      {
        outstanding:
          'The way to a lasting home is settled or pressed on with, the child understands it, and there is a second plan that is ready to use.',
        good: 'There is one clear aim for where the child will live, with dates, and another way if it fails.',
        'requires-improvement':
          'There is an aim, but its dates slip or nothing is prepared in case it fails.',
        inadequate: 'Nobody could say where the child will live, or delay has cost the child a home.',
      },
    ),
    'requires-improvement',
  ),
  graded(
    'people',
    'Family and people who stay',
    'Who stays in the life of this child, and what helps them to?',
    {
      outstanding:
        'The people who matter to the child are known and kept close, brothers and sisters first; lost ties are looked for.',
      good: 'Time with family and friends follows from what is good for the child, and is looked at again.',
      'requires-improvement': 'Family time is arranged, but more by what is possible than by what is good.',
      inadequate: 'Important people were lost to the child, or contact does harm, and nobody acts on it.',
    },
  ),
  graded('doing', 'Who does what by when', 'Could somebody who is new to this plan carry it out tomorrow?', {
    outstanding:
      'Few, clear steps with names and days; what was done is written against them, and what did not help was changed.',
    good: 'Each step has a name and a day, and the last review looked at every one.',
    'requires-improvement': 'Some steps have nobody or no day, or roll from one review to the next.',
    inadequate: 'It cannot be carried out as it stands, or is not being carried out.',
  }),
  optional(
    graded(
      'adult-life',
      'Towards adult life',
      'For a young person from sixteen on: will they be ready, and not alone?',
      {
        outstanding:
          'Home, money, health, work or study and someone to ring at night are in place early, at the pace of the young person.',
        good: 'Each of these has a realistic next step that the young person knows and wants.',
        'requires-improvement': 'Some are planned late or only as something that they will be told about.',
        inadequate: 'The young person faces adult life without a home, an income or anybody to turn to.',
      },
    ),
  ),
  key(
    graded('difference', 'What the plan changed', 'What is different for this child because of the plan?', {
      outstanding: 'Much, lastingly, and the child or those close to them say so.',
      good: 'The things that matter most to the child are getting better, and one can see it.',
      'requires-improvement': 'Some things are better; others stand still without anybody asking why.',
      inadequate: 'Nothing is better, or things are worse than before.',
    }),
    'inadequate',
  ),
];
