import { Injectable } from '@nestjs/common';
import { stat } from 'node:fs/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { IncomingFiles } from '../../core/storage/incoming-files.service';
import { badFile } from './bad-file';

/** Millions of pixels: what the cameras of telephones make. An image of so many takes some 200 MB while it is read. */
const MOST_MEGAPIXELS = 50;
const MOST_PIXELS = MOST_MEGAPIXELS * 1_000_000;
/** Pixels of the longer side that are kept: an A4 page at 300 dots per inch has 3508. */
const LONGEST_SIDE = 4096;
/** Widths that are made for pages, if the image is wider. */
export const WIDTHS = [640, 1280, 2560];
/** Seconds for one step of one image. */
const PATIENCE = 30;

/** An image, or one size of it, as a file of its own in the folder of what arrives. */
export interface MadeImage {
  path: string;
  type: string;
  width: number;
  height: number;
}

/** Every image is drawn anew: what hides in one, or tells where it was taken, does not come along. One at a time. */
@Injectable()
export class ImageWorkshop {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly incoming: IncomingFiles) {
    sharp.cache(false);
    sharp.concurrency(1);
  }

  /** The image itself first, then its smaller sizes. @throws Invalid for what is broken, or too large to be opened */
  remake(path: string): Promise<MadeImage[]> {
    const made = this.turn.then(() => this.make(path));
    this.turn = made.catch(() => undefined);
    return made;
  }

  private async make(path: string): Promise<MadeImage[]> {
    const facts = await undamaged(() => sharp(path, { limitInputPixels: false }).metadata());
    const { width, height } = facts;
    if (width * height > MOST_PIXELS)
      throw badFile('files:refusal.too_many_pixels', { width, height, megapixels: MOST_MEGAPIXELS });
    return undamaged(async () => {
      const image = await this.write(drawnAnew(path, facts), PATIENCE);
      const smaller: MadeImage[] = [];
      for (const size of WIDTHS.filter((each) => each < image.width)) {
        const small = sharp(image.path).resize({ width: size }).webp({ quality: 80 });
        smaller.push(await this.write(small, PATIENCE));
      }
      return [image, ...smaller];
    });
  }

  private async write(image: Sharp, seconds: number): Promise<MadeImage> {
    const path = this.incoming.place();
    const { format, width, height } = await image.timeout({ seconds }).toFile(path);
    if ((await stat(path)).size === 0) throw new Error('Nothing was written');
    return { path, type: `image/${format}`, width, height };
  }
}

/**
 * Photographs stay JPEG, everything with few colours or with holes becomes PNG: the two that all programs open, also
 * those that print. The first picture of a moving one.
 */
function drawnAnew(path: string, { format, hasAlpha, isPalette }: Metadata): Sharp {
  const image = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  const lossless = format === 'png' || format === 'gif' || hasAlpha;
  return lossless ? image.png({ palette: isPalette }) : image.jpeg({ quality: 88 });
}

async function undamaged<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error; // the disk's fault, not the image's
    throw badFile('files:refusal.broken_image');
  }
}
