import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderSVG } from 'uqr';
import { typeset } from '../../../core/print/typesetter';
import { Emblem } from '../../../ui/parts/emblem';
import type { Publication } from '../publication';
import { briefOf } from './brief-of';

let template: string | undefined;

/** A brief as tagged PDF (PDF/UA-1). @throws Refusal when the machine has no typesetter */
export function briefPdf(publication: Publication): Promise<Buffer> {
  template ??= readFileSync(join(__dirname, 'brief.typ'), 'utf8');
  const brief = briefOf(publication);
  const files = new Map<string, string>([
    ['brief.typ', template],
    ['brief.json', JSON.stringify(brief)],
    ['emblem.svg', emblem()],
    ['code.svg', renderSVG(brief.address, { ecc: 'M', border: 0, pixelSize: 4 })],
  ]);
  return typeset({ files, main: 'brief.typ', standard: 'ua-1' });
}

/** As a file of its own; what it says is said by the page that shows it. */
const emblem = (): string =>
  renderToString(h(Emblem, { label: '' }))
    .replace(' aria-label', '')
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
