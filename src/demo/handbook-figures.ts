import type { INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { IncomingFiles } from '../core/storage/incoming-files.service';
import { ObjectStore } from '../core/storage/object-store';
import { FIGURES, LICENCE, ORIGINAL } from './handbook-plan';
import { FOLDER, figureId, translationsOf } from './handbook-texts';
import { personId } from './people';
import { insert } from './rows';

/** Drawn for the demonstration, without words, so that they serve every language. */
export async function loadFigures(app: INestApplicationContext, tx: EntityManager, at: Date): Promise<void> {
  const pictures = await Promise.all(
    FIGURES.map(async (figure) => ({ figure, sizes: await kept(app, figure.name) })),
  );
  await insert(
    tx,
    'files',
    pictures.map(({ figure: { name, alt }, sizes: [{ width: _, ...whole }] }) => ({
      ...{ id: figureId(name), name: `${name}.png`, type: 'image/png', ...whole, width: 1600, height: 900 },
      ...{ alt: alt[ORIGINAL], locale: ORIGINAL, credit: 'Polylog', licence: LICENCE, consent: 'nobody' },
      ...{ uploader_id: personId('organiser'), created_at: at },
    })),
  );
  await insert(
    tx,
    'file_variants',
    pictures.map(({ figure: { name }, sizes: [, smaller] }) => ({
      ...{ file_id: figureId(name), type: 'image/png', ...smaller, height: 450 },
    })),
  );
  const alts = FIGURES.flatMap(({ name, alt }) =>
    translationsOf(figureId(name), (locale) => (alt[locale] ? { alt: alt[locale] } : undefined), at),
  );
  await insert(tx, 'file_translations', alts);
}

interface Size {
  width: number;
  sha256: string;
  size: number;
}

/** The picture in both of its sizes, put where the hub keeps files. */
async function kept(app: INestApplicationContext, name: string): Promise<[Size, Size]> {
  const sizes: Size[] = [];
  for (const width of [1600, 800]) {
    const source = join(FOLDER, `${name}-${width}.png`);
    const bytes = readFileSync(source);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const place = app.get(IncomingFiles).place();
    copyFileSync(source, place);
    await app.get(ObjectStore).put(sha256, place);
    sizes.push({ width, sha256, size: bytes.length });
  }
  return sizes as [Size, Size];
}
