/** The account that the server's processes run under, when it is not our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Asked first, in this order, because nothing else of the machine should be theirs. */
const PREFERRED = ['postgres', 'nobody'];

/** Whether this process is root, under which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The accounts of a passwd file that are not root, those we prefer first. */
export function candidates(passwd: string): Account[] {
  const accounts = passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) && uid !== '0'
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : [];
  });
  const preferred = PREFERRED.flatMap((name) => accounts.filter((account) => account.name === name));
  return [...new Set([...preferred, ...accounts])].map(({ uid, gid }) => ({ uid, gid }));
}
