import type { Grade, ToolDefinition, ToolSection, VoiceOf } from '#audit-cycle';
import type { Chance } from '../chance.js';

/** Everything that made-up people write begins like this, so that no page, export or screenshot passes for a real record. */
/** Every text of a simulation says so first. */
export const MADE_UP = 'Made up for a simulation.';

const FOUND: Readonly<Record<Grade, readonly string[]>> = {
  outstanding: [
    'Shown again and again in the record, and the family tells the same story.',
    'Thoughtful and quick work that other teams could learn from.',
    'Clear at every step, and it changed what happened for the child.',
  ],
  good: [
    'Done in time and well reasoned; small gaps in the notes do not matter.',
    'Solid work that can be followed from the first visit to the last review.',
    'The reasons for decisions are written down and hold up.',
  ],
  'requires-improvement': [
    'There is work, but two updates came late and one is missing.',
    'Described rather than thought through; the next step stays open.',
    'Good in autumn, thin since the change of worker.',
  ],
  inadequate: [
    'Nothing on record for ten weeks although something had to be done.',
    'A decision was needed and nobody took it.',
    'What is written does not show that the child was thought of.',
  ],
};

const SAID: Readonly<Record<VoiceOf, readonly string[]>> = {
  child: [
    '"She comes when she says she will."',
    '"I told him about school and he did something."',
    '"I want to know the plan too."',
  ],
  family: [
    '"We know whom to ring."',
    '"It took long, then it helped."',
    '"Nobody explained the letter to us."',
  ],
  practitioner: [
    '"The plan was hard to keep to in summer."',
    '"Supervision helped me see the pattern."',
    '"I would start with the father next time."',
  ],
};

const TO_DO: Readonly<Record<string, readonly string[]>> = {
  'childs-voice': [
    'See the child alone and write down what they want.',
    'Use a picture tool to find out how the child sees home.',
  ],
  'assessment-quality': [
    'Bring the assessment up to date with the events since spring.',
    'Add what the father and grandparents say.',
  ],
  'risk-and-safety': [
    'Go through the safety plan with everybody who is in it.',
    'Write down who checks on the child at weekends.',
  ],
  planning: [
    'Put dates and names to every aim of the plan.',
    'Agree with the family what has to be different by the next review.',
  ],
  'drift-and-delay': [
    'Decide at the next supervision what happens if nothing changes.',
    'Set a date by which the decision is made.',
  ],
  supervision: [
    'Hold supervision each month and record decisions with reasons.',
    'Pick up the open points of the last two supervisions.',
  ],
  'multi-agency-work': [
    'Ask the school and the health visitor for their view.',
    'Call the core group together this month.',
  ],
  permanence: ['Decide where the child is to grow up, and what happens if that fails.'],
  education: ['Meet the school before the next review of the plan.'],
  independence: ['Go through rent, bills and cooking with the young person.'],
  recording: ['Write up the visits since the last review.', 'Finish the chronology.'],
};

/** The themes of a tool about which these people know what to do. */
export const themesToActOn = ({ themes }: ToolDefinition): readonly string[] =>
  themes.map(({ code }) => code).filter((code) => code in TO_DO);

/** The words of made-up people about one case. */
export class MadeUpTexts {
  constructor(private readonly chance: Chance) {}

  evidence({ code, title }: ToolSection, grade: Grade): string {
    return `${MADE_UP} ${title}: ${this.chance.pick(FOUND[grade], `evidence/${code}`)}`;
  }

  voice(voice: VoiceOf): string {
    return `${MADE_UP} ${this.chance.pick(SAID[voice], `voice/${voice}`)}`;
  }

  toDo(theme: string, label: string): string {
    return `${MADE_UP} ${this.chance.pick(TO_DO[theme] ?? [], `to-do/${label}`)}`;
  }

  rationale(grade: Grade, label: string): string {
    return `${MADE_UP} ${this.chance.pick(FOUND[grade], `rationale/${label}`)}`;
  }

  say(sentence: string): string {
    return `${MADE_UP} ${sentence}`;
  }
}
