import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IncomingFiles } from '../../core/storage/incoming-files.service';
import { badFile } from './bad-file';

/** Millions of pixels: what the cameras of telephones make. An image of so many takes some 300 MB while it is read. */
const MOST_MEGAPIXELS = 50;
/** Pixels of the longer side that are kept: an A4 page at 300 dots per inch has 3508. */
const LONGEST_SIDE = 4096;
/** Widths that are made for pages, if the image is wider. */
const WIDTHS = [640, 1280, 2560];
/** Milliseconds for one image. */
const PATIENCE = 60_000;
/** Milliseconds without work after which the process goes, with its memory. */
const REST = 5000;
/** Bytes that it may go on with. */
const LIGHT = 300_000_000;

const PROCESS = join(__dirname, 'drawing.process.cjs');

/** An image, or one size of it, as a file of its own in the folder of what arrives. */
export interface MadeImage {
  path: string;
  type: string;
  width: number;
  height: number;
}

interface Answer {
  /** The image itself first, then its smaller sizes. */
  images?: MadeImage[];
  tooLarge?: { width: number; height: number };
  memory?: number;
}

/** Every image is drawn anew: what hides in one, or tells where it was taken, does not come along. One at a time. */
@Injectable()
export class ImageWorkshop implements OnModuleDestroy {
  private turn: Promise<unknown> = Promise.resolve();
  private painter?: ChildProcess;
  private rest?: NodeJS.Timeout;

  constructor(private readonly incoming: IncomingFiles) {}

  onModuleDestroy(): void {
    this.dismiss();
  }

  /** The image itself first, then its smaller sizes. @throws Invalid for what is broken, or too large to be opened */
  remake(path: string): Promise<MadeImage[]> {
    const made = this.turn.then(() => this.make(path));
    this.turn = made.catch(() => undefined);
    return made;
  }

  private async make(path: string): Promise<MadeImage[]> {
    const places = [path, ...WIDTHS].map(() => this.incoming.place());
    const limits = { mostPixels: MOST_MEGAPIXELS * 1_000_000, longestSide: LONGEST_SIDE };
    const { images, tooLarge, memory = 0 } = await this.ask({ path, places, widths: WIDTHS, ...limits });
    if (memory > LIGHT) this.dismiss();
    const left = places.filter((place) => !images?.some(({ path: made }) => made === place));
    await Promise.all(left.map((place) => rm(place, { force: true })));
    if (tooLarge)
      throw badFile('files:refusal.too_many_pixels', { ...tooLarge, megapixels: MOST_MEGAPIXELS });
    if (!images) throw badFile('files:refusal.broken_image');
    return images;
  }

  /** No answer when the process has fallen, or was stopped: such an image is as good as broken. */
  private ask(work: object): Promise<Answer> {
    clearTimeout(this.rest);
    const painter = (this.painter ??= this.hire());
    return new Promise((resolve) => {
      const clock = setTimeout(() => painter.kill('SIGKILL'), PATIENCE);
      const done = (answer: Answer): void => {
        clearTimeout(clock);
        painter.off('message', done).off('exit', fallen);
        this.rest = setTimeout(() => this.dismiss(), REST).unref();
        resolve(answer);
      };
      const fallen = (): void => done({});
      painter.on('message', done).once('exit', fallen);
      painter.send(work, (error) => error && fallen());
    });
  }

  private hire(): ChildProcess {
    const painter = fork(PROCESS, [], { env: {}, execArgv: [], stdio: 'ignore' });
    painter.once('exit', () => {
      if (this.painter === painter) delete this.painter;
    });
    painter.on('error', () => painter.kill('SIGKILL'));
    return painter;
  }

  private dismiss(): void {
    clearTimeout(this.rest);
    this.painter?.kill('SIGKILL');
    delete this.painter;
  }
}
