import { Download } from '../../core/http/download';
import { writeUnits } from './csv-of-units';
import type { Parcel } from './unit';
import { writeXliff12 } from './xliff12-writing';
import { writeXliff2 } from './xliff2-writing';

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
