import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Difference } from '../../ui/parts/difference';
import { Notice } from '../../ui/parts/notice';
import { Made } from '../made';
import type { DeskSegment } from './desk.service';

/** The block of the original; where it has changed since it was translated, what came and what went. */
export function Source({ segment, lang }: { segment: DeskSegment; lang: string }) {
  const { t } = useLanguage();
  const { state, source, madeFrom } = segment;
  const outdated = state === 'outdated' && madeFrom !== null;
  return (
    <>
      <p class="source" lang={lang} data-source={source}>
        {outdated ? <Difference from={madeFrom} to={source} /> : <Terms segment={segment} />}
      </p>
      {outdated && (
        <Notice kind="amber">
          <p class="small">
            <b>{t('translations:desk.changed')}</b> {t('translations:desk.changed_how')}
          </p>
        </Notice>
      )}
    </>
  );
}

/** The original with its terms marked; dashed where the translation does not say them. */
function Terms({ segment: { source, terms, findings } }: { segment: DeskSegment }) {
  const missing = new Set(findings.flatMap(({ kind, value }) => (kind === 'term' ? value : [])));
  const wanted = new Map(terms.terms.map(({ conceptId, preferred }) => [conceptId, preferred]));
  const pieces: ComponentChildren[] = [];
  let end = 0;
  for (const { start, end: next, conceptId } of terms.occurrences) {
    const preferred = wanted.get(conceptId);
    const off = preferred !== undefined && missing.has(preferred);
    pieces.push(
      source.slice(end, start),
      <mark class={off ? 'off' : undefined}>{source.slice(start, next)}</mark>,
    );
    end = next;
  }
  return (
    <>
      {pieces}
      {source.slice(end)}
    </>
  );
}

/** What was translated before and is like it; the script puts it into the field. */
export function Remembered({
  segment: { remembered },
  from,
  to,
}: {
  segment: DeskSegment;
  from: string;
  to: string;
}) {
  const language = useLanguage();
  const { t } = language;
  if (remembered.length === 0) return null;
  return (
    <details class="small">
      <summary>{t('translations:memory.title', { count: remembered.length })}</summary>
      <ul class="list list-close">
        {remembered.map(({ source, target, likeness, origin }) => (
          <li class="stack stack-tight">
            <p class="row row-center soft">
              <span class="num">{language.percent(likeness / 100, 0)}</span>
              <Made origin={origin} by={null} />
              <Button kind="plain" small type="button" data-use={target} hidden>
                {t('translations:memory.use')}
              </Button>
            </p>
            {likeness < 100 && <p lang={from}>{source}</p>}
            <p lang={to}>{target}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
