import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Scope } from '../core/access/policy';
import type { TextKind } from '../core/texts/text-kind';
import { positional, TextKinds } from '../core/texts/text-kinds';
import type { StoredFile } from './file.entity';
import { FileHolder } from './file-holder';
import { filePolicy, type FileInUse } from './file.policy';

/** The kind of the files' own texts, through which nobody comes to a file. */
export const FILE = 'file';

/** Who may read a file: who brought it, and whoever may read a text, or something else, that uses it. */
@Injectable()
export class FileReaders implements OnModuleInit {
  readonly policy = filePolicy((actor, alias) => this.scope(actor, alias));
  private holders: FileHolder[] = [];

  constructor(
    private readonly kinds: TextKinds,
    private readonly database: DataSource,
    private readonly discovery: DiscoveryService,
  ) {}

  onModuleInit(): void {
    this.holders = this.discovery
      .getProviders()
      .flatMap(({ instance }) => (instance instanceof FileHolder ? [instance] : []));
  }

  /** One file, with what its policy must know of this actor. */
  async standing(actor: Actor, file: StoredFile): Promise<FileInUse> {
    const uses = await this.database.query<{ kind: string; ids: string[] }[]>(
      'select kind, array_agg(owner_id) as ids from file_uses where file_id = $1 group by kind order by kind',
      [file.id],
    );
    const texts = await Promise.all(
      uses.map(async ({ kind: name, ids }) => {
        const kind = this.kinds.of(name);
        return kind ? this.kinds.read(kind, this.database, actor, 'owner.id = any($1::uuid[])', [ids]) : [];
      }),
    );
    return {
      file,
      used: uses.length > 0,
      held: await this.isHeld(actor, file.id),
      texts: texts.flat().filter(({ shown, kind }) => shown || this.kinds.of(kind)?.filesBeforeShown),
    };
  }

  /** Which of these files she may read. */
  async among(actor: Actor, ids: string[], tx: EntityManager): Promise<Set<string>> {
    const values: unknown[] = [ids];
    const readable = positional(this.policy.readable(actor, 'file'), values);
    const rows = await tx.query<{ id: string }[]>(
      `select id from files file where id = any($1::uuid[]) and ${readable}`,
      values,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** By something that is no text, and that the actor may read. */
  private async isHeld(actor: Actor, fileId: string): Promise<boolean> {
    const values: unknown[] = [fileId];
    const where = positional(this.holding(actor), values);
    const rows = await this.database.query<unknown[]>(
      `select from file_uses used where used.file_id = $1 and ${where} limit 1`,
      values,
    );
    return rows.length > 0;
  }

  private holding(actor: Actor): Scope {
    const parameters: Record<string, unknown> = {};
    const ways = this.holders.map(
      (holder) => `when '${holder.name}' then ${readableOwner(holder, actor, parameters, 'true')}`,
    );
    return {
      where: ways.length === 0 ? 'false' : `case used.kind ${ways.join(' ')} else false end`,
      parameters,
    };
  }

  private scope(actor: Actor, alias: string): Scope {
    if (actor.administrator) return { where: 'true', parameters: {} };
    const parameters: Record<string, unknown> = { fileUploader: actor.person?.id ?? null };
    const ways = this.kinds.all
      .filter(({ name }) => name !== FILE)
      .map((kind) => `when '${kind.name}' then ${readableText(kind, actor, parameters)}`);
    const holding = this.holding(actor);
    Object.assign(parameters, holding.parameters);
    const where = `(${alias}.uploader_id = :fileUploader or exists (
      select from file_uses used
      where used.file_id = ${alias}.id and (${holding.where} or case used.kind ${ways.join(' ')} else false end)))`;
    return { where, parameters };
  }
}

const readableText = (kind: TextKind, actor: Actor, parameters: Record<string, unknown>): string =>
  readableOwner(kind, actor, parameters, kind.filesBeforeShown ? 'true' : kind.columns.shown);

/** Inside, what uses the file is called `owner`, as it expects, whatever the file is called outside. */
function readableOwner(
  owner: Pick<TextKind, 'name' | 'table' | 'joins' | 'readable'>,
  actor: Actor,
  parameters: Record<string, unknown>,
  shown: string,
): string {
  const { name: kind, table, joins } = owner;
  const scope = owner.readable(actor);
  for (const [name, value] of Object.entries(scope.parameters)) parameters[`${kind}_${name}`] = value;
  const where = scope.where.replace(/(?<!:):(\w+)/g, `:${kind}_$1`);
  return `exists (select from ${table} owner ${joins}
    where owner.id = used.owner_id and (${shown}) and (${where}))`;
}
