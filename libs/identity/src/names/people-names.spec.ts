import { MemoryPeopleNames } from '../testing/memory-people-names.js';
import { peopleNamesContract } from '../testing/people-names-contract.js';

const names = new MemoryPeopleNames();
peopleNamesContract('memory', () => names);
