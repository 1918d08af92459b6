import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, type ZlibOptions } from 'node:zlib';
import { Now } from '../journal/reactions';
import { KeptPage, Page } from './page';
import type { Reader } from './reader';

const compress = promisify<string, ZlibOptions, Buffer>(gzip);
/** Quick; the next steps take twice the time for a tenth less. */
const LEVEL = 5;
/** Bytes that a process keeps at most: a page of a thread takes about eight thousand. */
const SPACE = 24 * 1024 * 1024;
/** Milliseconds. What a page's state does not tell, such as the name of an author, may lag so much. */
const LIFE = 30_000;

export interface WrittenDocument {
  text: string;
  /** With its charset. */
  type: string;
}

interface Held {
  state: string;
  until: number;
  page: KeptPage;
}

/**
 * Pages as visitors were last sent them. A visitor's page has nothing of her own on it, so it is the same for all
 * as long as what it shows stands as it stood: then it is not drawn again. Whoever has signed in is not served
 * from here.
 */
@Injectable()
export class KeptPages {
  /** By address; the one that was asked for last stands last. */
  private readonly held = new Map<string, Held>();
  private bytes = 0;

  /**
   * @param readState everything that the page depends on beside its address, read afresh: numbers, texts, who is there
   * @param draw what to do when the page was not sent before, or something has changed
   */
  async orDraw(
    { keptAs }: Reader,
    readState: () => Promise<readonly unknown[]>,
    draw: () => Promise<Page>,
  ): Promise<Page | KeptPage> {
    if (keptAs === undefined) return draw();
    const state = JSON.stringify(await readState());
    const found = this.find(keptAs, state);
    if (found) return found;
    const page = await draw();
    return new Page({ ...page.options, keep: (html) => void this.keep(keptAs, state, html) });
  }

  /**
   * A document that is the same for everybody: a feed. Its date is that at which this process first wrote it so: later
   * than any change of it, wherever that came from, so nobody who asks by a date misses one.
   * @param address its whole address, with the language
   * @param state everything that it depends on, as it stands now
   */
  async orWrite(address: string, state: unknown, write: () => Promise<WrittenDocument>): Promise<KeptPage> {
    const standing = JSON.stringify(state);
    const found = this.find(address, standing);
    if (found) return found;
    const before = this.held.get(address)?.page;
    const { text, type } = await write();
    return this.keep(address, standing, text, type, before);
  }

  /** Names stand on many pages; and so do words, in quotations, that not everybody may read any more. */
  @Now(
    ...(['person.edited', 'organisation.edited', 'organisation.translated'] as const),
    ...(['room.edited', 'post.hidden', 'thread.moved', 'thread.split', 'thread.merged'] as const),
  )
  forget(): void {
    this.held.clear();
    this.bytes = 0;
  }

  private find(address: string, state: string): KeptPage | undefined {
    const found = this.held.get(address);
    if (found?.state !== state || performance.now() >= found.until) return undefined;
    this.held.delete(address);
    this.held.set(address, found);
    return found.page;
  }

  private async keep(
    address: string,
    state: string,
    text: string,
    type?: string,
    before?: KeptPage,
  ): Promise<KeptPage> {
    const body = await compress(text, { level: LEVEL });
    const tag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
    const changedAt = type === undefined ? undefined : before?.tag === tag ? before.changedAt : new Date();
    const page = new KeptPage(body, tag, type, changedAt);
    this.drop(address);
    this.held.set(address, { state, until: performance.now() + LIFE, page });
    this.bytes += sizeOf(state, body);
    for (const oldest of this.held.keys()) {
      if (this.bytes <= SPACE) break;
      this.drop(oldest);
    }
    return page;
  }

  private drop(address: string): void {
    const held = this.held.get(address);
    if (!held) return;
    this.held.delete(address);
    this.bytes -= sizeOf(held.state, held.page.body);
  }
}

const sizeOf = (state: string, body: Buffer): number => 2 * state.length + body.length;
