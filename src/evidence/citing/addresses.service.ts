import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Config } from '../../core/config/config';
import { localAddress } from '../../core/config/local-address';
import { Invalid } from '../../core/errors/refusal';
import type { TextKind } from '../../core/texts/text-kind';
import { TextKinds } from '../../core/texts/text-kinds';
import { FILE } from '../../files/file-readers.service';
import { Grounds } from '../grounds.service';
import type { Subject } from '../relation';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** `/conclusions/1b2c…`, `/texts/answer/1b2c…`: the kind of text and its id stand in the address. */
const PLURAL = new RegExp(`^/([a-z_]+?)s/(${UUID})(?:/|$)`, 'i');
const NAMED = new RegExp(`^/(?:texts|path|evidence)/([a-z_]+)/(${UUID})$`, 'i');

/** What stands at an address of this hub, as people copy it from their browser. */
@Injectable()
export class Addresses {
  constructor(
    private readonly config: Config,
    private readonly kinds: TextKinds,
    private readonly grounds: Grounds,
  ) {}

  /** @throws Invalid at `address` when nothing stands there that this actor may read */
  async find(tx: EntityManager, actor: Actor, address: string): Promise<Subject> {
    const found = await this.lookUp(tx, actor, this.local(address));
    if (!found) throw Invalid.field('address', 'evidence:problem.address');
    return found;
  }

  /** As on this hub, without the language. @throws Invalid at `address` for another hub's */
  private local(address: string): URL {
    const url = localAddress(this.config.baseUrl, address);
    if (!url) throw Invalid.field('address', 'evidence:problem.address_elsewhere');
    return url;
  }

  private async lookUp(tx: EntityManager, actor: Actor, url: URL): Promise<Subject | undefined> {
    const begins = new RegExp(`^'${/^\/[a-z_-]*/.exec(url.pathname)![0]}/`);
    for (const kind of this.kinds.all) {
      const condition = kind.at(url);
      if (condition) return this.first(tx, actor, kind, condition.where, condition.values);
    }
    const named = NAMED.exec(url.pathname) ?? PLURAL.exec(url.pathname);
    if (named && (named[1] === FILE || this.kinds.of(named[1]!)))
      return this.readable(tx, actor, { kind: named[1]!, id: named[2]!.toLowerCase() });
    const kinds = this.kinds.all.filter(({ columns }) => begins.test(columns.path.trim()));
    for (const kind of kinds.sort(ownTitleFirst))
      for (const path of new Set([`${url.pathname}${url.hash}`, url.pathname])) {
        const found = await this.first(tx, actor, kind, `${kind.columns.path} = $1`, [decoded(path)]);
        if (found) return found;
      }
    return undefined;
  }

  private async readable(tx: EntityManager, actor: Actor, subject: Subject): Promise<Subject | undefined> {
    const ground = (await this.grounds.among(tx, actor, subject.kind, [subject.id])).get(subject.id);
    return ground?.shown ? subject : undefined;
  }

  private async first(
    tx: EntityManager,
    actor: Actor,
    kind: TextKind,
    where: string,
    values: unknown[],
  ): Promise<Subject | undefined> {
    const texts = await this.kinds.read(kind, tx, actor, where, values);
    const text = texts.find(({ shown }) => shown);
    return text && { kind: kind.name, id: text.id };
  }
}

/** Where several texts stand on one page, the one that gives it its title. */
const ownTitleFirst = (one: TextKind, other: TextKind): number =>
  Number(one.columns.titleLocale !== undefined) - Number(other.columns.titleLocale !== undefined);

/** Addresses hold no NUL and no broken characters: paths of the hub are letters, figures and dashes anyway. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\u0000', '');
  } catch {
    return path;
  }
}
