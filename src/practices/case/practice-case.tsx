import type { ComponentChildren } from 'preact';
import type { RenderedText } from '../../core/database/rendered';
import { Picture } from '../../files/picture';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { LanguagesOfText, type TextLanguage } from '../../ui/parts/languages-of-text';
import { Tag } from '../../ui/parts/marks';
import { Notice } from '../../ui/parts/notice';
import { Beside, Standing } from '../../ui/parts/standing';
import { TitleBlock } from '../../ui/parts/title-block';
import { WithTerms } from '../../ui/terms';
import { words } from '../practice-words';
import { CASE_PARTS, type CasePart } from './case-outline';
import type { PracticeView } from './case.schema';
import { CaseCitation } from './case-citation';
import { CaseFacts } from './case-facts';
import { CaseActors, CaseLinks, CaseMoney } from './case-lists';
import { CaseResults } from './case-results';
import { CaseVerdict } from './case-verdict';

interface PracticeCaseProps {
  view: PracticeView;
  languages: TextLanguage[];
  /** What readers say of it, and where it stands. */
  children?: ComponentChildren;
  beside?: ComponentChildren;
}

/** A case as people read it. */
export function PracticeCase({ view, languages, children, beside }: PracticeCaseProps) {
  const { texts, rating, state, planned } = view;
  const { t } = useLanguage();
  const title = texts.title!;
  return (
    <div class="page">
      <div class="split section no-line practice-case">
        <article>
          <TitleBlock
            title={title.text}
            lang={title.locale}
            above={
              <>
                {rating && <Tag>{t(words.rating(rating))}</Tag>}
                {state !== 'published' && <Tag>{t(words.state(state))}</Tag>}
              </>
            }
          >
            {texts.strapline && (
              <Content as="p" class="lead" lang={texts.strapline.locale}>
                {texts.strapline.text}
              </Content>
            )}
            <Standing of={title} text={{ kind: 'practice', id: view.id }} />
          </TitleBlock>
          <Warnings view={view} planned={planned} />
          <div class="stack stack-wide">
            <Pictures view={view} />
            {CASE_PARTS.map((part) => (
              <Part part={part} view={view} />
            ))}
            <Quotation view={view} />
            <CaseVerdict view={view} />
            {children}
            <CaseCitation view={view} />
          </div>
        </article>
        <aside class="aside stack stack-wide" aria-label={t('practices:case.beside')}>
          {beside}
          <CaseFacts view={view} />
          {languages.length > 0 && (
            <section class="stack stack-tight no-print" aria-labelledby="languages">
              <h2 id="languages" class="small soft">
                {t('practices:case.languages')}
              </h2>
              <LanguagesOfText of={{ kind: 'practice', id: view.id }} languages={languages} />
            </section>
          )}
        </aside>
      </div>
    </div>
  );
}

/** What must be known before a case is believed. */
function Warnings({ view, planned }: { view: PracticeView; planned: boolean }) {
  const language = useLanguage();
  const { t } = language;
  const { withdrawn, state } = view;
  if (withdrawn)
    return (
      <Notice kind="amber" title={t('practices:case.withdrawn', { date: language.date(withdrawn.at) })}>
        {withdrawn.reason && <p lang={withdrawn.locale ?? undefined}>{withdrawn.reason}</p>}
      </Notice>
    );
  if (planned) return <Notice kind="amber">{t('practices:case.planned')}</Notice>;
  if (state === 'due') return <Notice kind="amber">{t('practices:case.due')}</Notice>;
  return null;
}

function Part({ part, view }: { part: CasePart; view: PracticeView }) {
  const { t } = useLanguage();
  const said = part.strings.flatMap((name) => {
    const text = view.texts[name];
    return text ? [{ name, text }] : [];
  });
  const list = <PartList part={part} view={view} />;
  if (said.length === 0 && !hasList(part, view)) return null;
  return (
    <section class="stack stack-tight" aria-labelledby={part.id}>
      <h2 id={part.id}>{t(part.title)}</h2>
      {part.list === 'results' && list}
      {said.map(({ name, text }) => (
        <>
          {part.labelled && <h3>{t(`practices:field.${name}`)}</h3>}
          <Words text={text} title={view.texts.title!} id={view.id} />
        </>
      ))}
      {part.list !== 'results' && list}
    </section>
  );
}

function hasList({ list }: CasePart, { actors, results, links, money }: PracticeView): boolean {
  switch (list) {
    case 'actors':
      return actors.length > 0;
    case 'results':
      return results.length > 0;
    case 'links':
      return links.length > 0;
    case 'money':
      return Boolean(money.setup ?? money.running) || money.sources.length > 0;
    case undefined:
      return false;
  }
}

function PartList({ part, view }: { part: CasePart; view: PracticeView }) {
  switch (part.list) {
    case 'actors':
      return <CaseActors actors={view.actors} />;
    case 'results':
      return <CaseResults results={view.results} />;
    case 'links':
      return <CaseLinks links={view.links} />;
    case 'money':
      return <CaseMoney money={view.money} />;
    case undefined:
      return null;
  }
}

/** Paragraphs; what stands otherwise than the title says so itself. */
function Words({ text, title, id }: { text: RenderedText; title: RenderedText; id: string }) {
  const alike =
    text.locale === title.locale && text.state === title.state && text.outdated === title.outdated;
  return (
    <div class={text.state === 'machine' ? 'prose by-machine' : 'prose'} lang={text.locale}>
      {text.text.split(/\n{2,}/).map((paragraph) => (
        <p class="lines">
          <WithTerms lang={text.locale}>{paragraph}</WithTerms>
        </p>
      ))}
      {!alike && (
        <p class="small">
          <Standing of={text} />
          <Beside of={text} text={{ kind: 'practice', id }} />
        </p>
      )}
    </div>
  );
}

/** With consent only: see `CaseReading`. */
function Quotation({ view: { texts, quotedPerson } }: { view: PracticeView }) {
  if (!texts.quote) return null;
  return (
    <figure class="stack stack-tight">
      <blockquote class="said said-large" lang={texts.quote.locale}>
        {texts.quote.text}
      </blockquote>
      <figcaption class="small soft dots">
        {quotedPerson && <span>{quotedPerson}</span>}
        {texts.speaker && <span lang={texts.speaker.locale}>{texts.speaker.text}</span>}
      </figcaption>
    </figure>
  );
}

function Pictures({ view: { pictures } }: { view: PracticeView }) {
  const { t } = useLanguage();
  if (pictures.length === 0) return null;
  return (
    <section class="stack" aria-label={t('practices:case.pictures')}>
      {pictures.map((file) => (
        <figure class="stack stack-tight">
          <Picture file={file} sizes="(min-width: 62rem) 50rem, 100vw" />
          {(file.credit ?? file.licence) && (
            <figcaption class="small soft dots">
              {file.credit && <span>{file.credit}</span>}
              {file.licence && <span>{file.licence}</span>}
            </figcaption>
          )}
        </figure>
      ))}
    </section>
  );
}
