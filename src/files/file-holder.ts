import type { Actor } from '../core/access/actor';
import type { Scope } from '../core/access/policy';

/** What uses files and is no text: a post that waits. Who may read it may read its files. Found among the providers. */
export abstract class FileHolder {
  /** The kind in `file_uses`. */
  abstract readonly name: string;
  abstract readonly table: string;
  /** What `readable` needs beside the table, which is called `owner`. */
  abstract readonly joins: string;

  abstract readable(actor: Actor): Scope;
}
