export { MemoryPeopleNames } from './testing/memory-people-names.js';
export { peopleNamesContract } from './testing/people-names-contract.js';
