import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Time } from '../../ui/parts/time';
import type { DataAnswer, DataSource } from '../comparison-data';
import { periodWords } from './period-words';

export interface NumberedSource {
  number: number;
  source: DataSource;
  dead: boolean;
}

const keyOf = ({ title, address }: DataSource): string => `${title} ${address ?? ''}`;

/** The sources of answers as notes: each once, in the order in which they are met. */
export class SourceNotes {
  /** More are not listed below a table: each stands with its answer. */
  static readonly most = 60;
  private readonly found = new Map<string, NumberedSource>();

  constructor(answers: readonly DataAnswer[]) {
    for (const { evidence } of answers)
      for (const { source, standing } of evidence) {
        if (!source || this.found.has(keyOf(source))) continue;
        this.found.set(keyOf(source), { number: this.found.size + 1, source, dead: standing === 'dead' });
      }
  }

  get all(): NumberedSource[] {
    return [...this.found.values()];
  }

  /** Numbers of the notes of one answer. */
  of({ evidence }: DataAnswer): number[] {
    if (this.found.size > SourceNotes.most) return [];
    const numbers = evidence.flatMap(({ source }) =>
      source ? (this.found.get(keyOf(source))?.number ?? []) : [],
    );
    return [...new Set(numbers)];
  }
}

/** `1, 4`, each leading to its source below. */
export function NoteMarks({ numbers }: { numbers: readonly number[] }) {
  const { t } = useLanguage();
  if (numbers.length === 0) return null;
  return (
    <sup class="note-marks">
      {numbers.map((number) => (
        <a href={`#source-${number}`} aria-label={t('comparisons:reading.to_source', { number })}>
          {number}
        </a>
      ))}
    </sup>
  );
}

/** Where the figures come from, with their dates. */
export function SourceList({ notes }: { notes: SourceNotes }) {
  const { t } = useLanguage();
  if (notes.all.length === 0) return null;
  if (notes.all.length > SourceNotes.most)
    return <p class="small soft">{t('comparisons:reading.many_sources', { count: notes.all.length })}</p>;
  return (
    <section class="section" aria-labelledby="sources">
      <h2 id="sources">{t('comparisons:reading.sources')}</h2>
      <ol class="source-list small">
        {notes.all.map(({ number, source, dead }) => (
          <li id={`source-${number}`}>
            <SourceLine source={source} dead={dead} />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function SourceLine({ source, dead }: { source: DataSource; dead: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const { title, locale, publisher, address, published, readOn } = source;
  const safe = address && /^https?:\/\//.test(address) ? address : null;
  return (
    <>
      <Content lang={locale}>{safe ? <a href={safe}>{title}</a> : title}</Content>
      {publisher && <span>. {publisher}</span>}
      {published && <span>, {periodWords(language, published)}</span>}
      <span class="soft">
        . {t('comparisons:reading.read_on')} <Time value={readOn} as="calendar" />
      </span>
      {dead && <span class="state state-outdated">{t('comparisons:reading.dead_source')}</span>}
    </>
  );
}
