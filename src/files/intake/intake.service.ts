import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { badFile } from './bad-file';
import { endingIn, isImage, typeOf, type Ending } from './file-types';
import { tidyName } from './file-names';
import { ImageWorkshop } from './image-workshop.service';
import { officeTypeOf } from './office';
import { assertPdf } from './pdf';
import { HEAD, signatureOf } from './signature';

/** Bytes that may be kept. */
export interface Piece {
  path: string;
  sha256: string;
  type: string;
  size: number;
  width: number | null;
  height: number | null;
}

export interface Received {
  name: string;
  /** The file itself first, then smaller sizes of an image. */
  pieces: [Piece, ...Piece[]];
}

/** Looks into what somebody brings before anybody else can get it. */
@Injectable()
export class Intake {
  constructor(private readonly images: ImageWorkshop) {}

  /** @throws Invalid that says what is wrong with the file */
  async receive(path: string, name: string): Promise<Received> {
    const ending = await endingAt(path);
    const named = endingIn(name);
    if (named && named !== ending && !(isImage(named) && isImage(ending)))
      throw badFile('files:refusal.lying', { named: named.toUpperCase(), found: ending.toUpperCase() });
    const made = isImage(ending)
      ? await this.images.remake(path)
      : [{ path, type: typeOf(ending), width: null, height: null }];
    const [first, ...rest] = await Promise.all(
      made.map(async (each) => ({ ...each, ...(await digestOf(each.path)) })),
    );
    return { name: tidyName(name, first!.type), pieces: [first!, ...rest] };
  }
}

/** What it is. @throws Invalid when the hub does not take such files, or not this one */
async function endingAt(path: string): Promise<Ending> {
  const file = await open(path);
  try {
    return await look(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

async function look(file: FileHandle, size: number): Promise<Ending> {
  if (size === 0) throw badFile('files:refusal.empty');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  const signature = signatureOf(buffer.subarray(0, bytesRead));
  if (signature === 'svg') throw badFile('files:refusal.drawing');
  if (signature === undefined) throw badFile('files:refusal.not_taken');
  if (signature === 'zip') return officeTypeOf(file, size);
  if (signature === 'pdf') await assertPdf(file, size);
  return signature;
}

async function digestOf(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { sha256: hash.digest('hex'), size: (await stat(path)).size };
}
