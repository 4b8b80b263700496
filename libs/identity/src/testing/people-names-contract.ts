import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PeopleNames } from '../names/people-names.js';

/** What every keeper of names promises. */
export const peopleNamesContract = (adapter: string, names: () => PeopleNames): void =>
  describe(`names of people, kept by ${adapter}`, () => {
    const anAuthority = (): string => `a-${randomBytes(6).toString('hex')}`;
    const AMA = { name: 'Ama Boateng', caseSystemName: 'BOATENG, Ama' };

    it('knows a name that was given, and the one that corrected it', async () => {
      const [authority, person] = [anAuthority(), randomUUID()];
      await names().give(authority, person, { name: 'Anna Boateng', caseSystemName: null });
      await names().give(authority, person, AMA);
      expect(await names().all(authority)).toEqual(new Map([[person, AMA]]));
    });

    it('keeps nothing of a name that was erased, and bears that nobody has one', async () => {
      const [authority, person] = [anAuthority(), randomUUID()];
      await names().give(authority, person, AMA);
      await names().erase(authority, person);
      await names().erase(authority, person);
      expect(await names().all(authority)).toEqual(new Map());
      expect(await names().caseSystemNames(authority)).toEqual(new Map());
    });

    it('finds the person whose name a list writes, and nobody where two people share it', async () => {
      const authority = anAuthority();
      const [ama, sam, otherSam] = [randomUUID(), randomUUID(), randomUUID()];
      await names().give(authority, ama, AMA);
      await names().give(authority, sam, { name: 'Sam Lee', caseSystemName: 'LEE, Sam' });
      await names().give(authority, otherSam, { name: 'Samira Lee', caseSystemName: 'LEE, Sam' });
      expect(await names().caseSystemNames(authority)).toEqual(new Map([[AMA.caseSystemName, ama]]));
    });

    it('keeps an address beside a name, through a correction, until it is taken away or the name is erased', async () => {
      const [authority, person, other] = [anAuthority(), randomUUID(), randomUUID()];
      expect(await names().giveAddress(authority, person, 'ama@northshire.example')).toBe(false);
      await names().give(authority, person, AMA);
      await names().give(authority, other, { name: 'Sam Lee', caseSystemName: null });
      expect(await names().giveAddress(authority, person, 'ama@northshire.example')).toBe(true);
      expect(await names().giveAddress(authority, other, 'sam@northshire.example')).toBe(true);
      await names().give(authority, person, { name: 'Ama B.', caseSystemName: null });
      expect(await names().addresses(authority)).toEqual(
        new Map([
          [person, 'ama@northshire.example'],
          [other, 'sam@northshire.example'],
        ]),
      );
      expect(await names().addresses(anAuthority())).toEqual(new Map());
      await names().giveAddress(authority, other, null);
      await names().erase(authority, person);
      await names().give(authority, person, AMA);
      expect(await names().addresses(authority)).toEqual(new Map());
    });

    it('keeps the names of one authority from another', async () => {
      const [ours, theirs, person] = [anAuthority(), anAuthority(), randomUUID()];
      await names().give(ours, person, AMA);
      await names().erase(theirs, person);
      expect(await names().all(theirs)).toEqual(new Map());
      expect((await names().all(ours)).size).toBe(1);
    });
  });
