import type { Chance } from '../chance.js';

const FIRST = (
  'Abena Adaeze Aisha Alan Alice Amara Amit Anita Anya Beatrice Ben Bola Callum Carys Chidi Chloe Daniel Dara Deepa Delroy Dylan ' +
  'Efua Eleanor Emeka Eva Farah Fiona Gareth Gita Grace Gwen Hana Harriet Ibrahim Imani Isla Jamila Jean Joanna Joseph Kamal Karen ' +
  'Kezia Kofi Laila Leon Lowri Lucy Malik Maria Megan Meera Miriam Nadia Nathan Ngozi Nia Oliver Omar Owen Parveen Paula Priya Rachel ' +
  'Rafiq Rhys Rosa Ruth Samir Sanjay Sara Sean Shanice Simon Siobhan Sunita Tariq Temi Tessa Thomas Usha Vera Victor Wanda Yasmin Zainab'
).split(' ');

const LAST = (
  'Abbott Achebe Akhtar Ashworth Baptiste Barlow Bhatt Birch Blackwood Boateng Brady Calder Chaudhry Clayton Coker Cole Dacosta Davies ' +
  'Desai Dunne Ellis Eze Fairhurst Farooq Ferreira Fielding Garvey Ghosh Greaves Haddad Hallam Hargreaves Hussain Iqbal Jarvis Kaur ' +
  'Kendrick Khan Lal Langley Lewin Lister Madden Mahmood Marsh Mensah Mistry Moran Naidoo Nolan Nwosu Obi Okafor Osei Parry Patel Pell ' +
  'Quaye Qureshi Rahman Redfern Rowntree Sandhu Sayed Sesay Shah Sheridan Sowande Stott Sutcliffe Tait Thakur Tierney Umar Vance Vyas ' +
  'Walcott Warsi Weir Whitaker Yeboah Zaman'
).split(' ');

/** Names that differ, of people who do not exist. */
export const madeUpNames = (chance: Chance): readonly string[] =>
  chance.shuffled(
    FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`)),
    'names',
  );
