import { Download } from '../../core/http/download';
import type { ConceptRecord } from '../../glossary/exchange/concept-record';
import { writePairs } from './csv-of-pairs';
import { writeUnits } from './csv-of-units';
import type { Pair } from './pair';
import { writeTbx } from './tbx';
import { writeTmx } from './tmx';
import type { Parcel } from './unit';
import { writeXliff12 } from './xliff12-writing';
import { writeXliff2 } from './xliff2-writing';

export const TMX_TYPE = 'application/x-tmx+xml; charset=utf-8';
export const TBX_TYPE = 'application/x-tbx+xml; charset=utf-8';

/** How translations leave the hub. */
export const FORMATS = ['xliff2', 'xliff12', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface Written {
  type: string;
  extension: string;
  write(parcel: Parcel): string;
}

export const WRITERS: Record<Format, Written> = {
  xliff2: { type: 'application/xliff+xml; charset=utf-8', extension: 'xlf', write: writeXliff2 },
  xliff12: { type: 'application/x-xliff+xml; charset=utf-8', extension: 'xlf', write: writeXliff12 },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', write: writeUnits },
};

/** `polylog-sl-sv.xlf`: what it is stands inside. */
export function fileOf(parcel: Parcel, format: Format): Download {
  const { type, extension } = WRITERS[format];
  return new Download(
    WRITERS[format].write(parcel),
    type,
    `polylog-${parcel.from}-${parcel.to}.${extension}`,
  );
}

export function fileOfMemory(pairs: readonly Pair[], format: 'tmx' | 'csv'): Download {
  const name = `polylog-memory-${pairs[0]!.from}-${pairs[0]!.to}.${format}`;
  return format === 'tmx'
    ? new Download(writeTmx(pairs), TMX_TYPE, name)
    : new Download(writePairs(pairs), WRITERS.csv.type, name);
}

export const fileOfTermbase = (records: readonly ConceptRecord[]): Download =>
  new Download(writeTbx(records), TBX_TYPE, 'polylog-termbase.tbx');
