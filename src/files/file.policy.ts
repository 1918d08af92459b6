import type { Actor } from '../core/access/actor';
import { Policy, type Scope } from '../core/access/policy';
import type { Text } from '../core/texts/text-kind';
import type { StoredFile } from './file.entity';

/** A file with what its policy must know. */
export interface FileInUse {
  file: StoredFile;
  used: boolean;
  /** By something that is no text, and that the actor may read. */
  held: boolean;
  /** The texts that use it, as far as the actor may read them. */
  texts: Text[];
}

export type FilePolicy = Policy<FileInUse, 'edit' | 'remove'>;

const owns = (actor: Actor, { file }: FileInUse): boolean => actor.administrator || actor.is(file.uploaderId);

/** Editors and organisers of a partnership look after what its texts show. */
const keeps = (actor: Actor, { texts }: FileInUse): boolean =>
  texts.some(({ partnershipId: id }) => actor.holds('editor', id) || actor.holds('organiser', id));

/** Who may what with a file. @param readable the same as `read`, in SQL, which needs every kind of text there is */
export const filePolicy = (readable: (actor: Actor, alias: string) => Scope): FilePolicy =>
  new Policy(
    {
      read: (actor, subject) => owns(actor, subject) || subject.held || subject.texts.length > 0,
      edit: (actor, subject) => owns(actor, subject) || keeps(actor, subject),
      remove: (actor, subject) => owns(actor, subject) && (subject.used ? 'files:refusal.in_use' : true),
    },
    readable,
  );
