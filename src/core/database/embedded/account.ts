import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readIfThere } from './files';
import { INSTEAD, type Account } from './place';

/** PostgreSQL refuses root: then the cluster's owner or, for a new cluster, `nobody`. */
export function chooseAccount(cluster: string): Account {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return {};
    throw new Error(`${cluster} belongs to user ${owner.uid}: start the hub as that user or as root`);
  }
  if (process.platform !== 'linux') {
    throw new Error(`PostgreSQL does not run as root: use another account, or ${INSTEAD}`);
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readIfThere('/etc/passwd'));
  const account = { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) };
  if (owner) give(cluster, account); // root has put back a copy or a backup
  return account;
}

/** Makes the account the owner of a file, or of a folder with all that is in it. */
export function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined) execFileSync('chown', ['-hR', `${uid}:${gid ?? uid}`, path]);
}

/**
 * The folder as the server's account can name it, when started with the folder as its current one. Another
 * account may not get through the parents, such as a home with mode 700; but the folder is entered while still
 * root, and this link leads there without a look at the parents.
 */
export function nameFor(account: Account, folder: string): string {
  return account.uid === undefined ? folder : '/proc/self/cwd';
}
