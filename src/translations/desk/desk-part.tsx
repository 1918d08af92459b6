import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { described, textareaValue, useField } from '../../ui/parts/form-context';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { TextState } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import type { Finding } from '../checks/finding';
import { deskHistoryPath } from '../translation-paths';
import type { Workshop } from '../workshop';
import { Remembered, Source } from './desk-source';
import type { DeskSegment } from './desk.service';
import { seenOf, versionIn } from './seen';

/** What somebody else has saved; without a version, the segment is gone. */
export interface Theirs {
  id: string;
  version?: number;
  text?: string | null;
}

interface DeskPartProps {
  segment: DeskSegment;
  workshop: Workshop;
  refused?: FormState;
  theirs: Theirs | undefined;
}

/** One segment: the original, and the field for its translation. */
export function DeskPart({ segment, workshop, refused, theirs }: DeskPartProps) {
  const { t } = useLanguage();
  const { id, number, of, position, block } = segment;
  const first = position === 0 && workshop.kind.strings.length > 1;
  return (
    <section
      class="segment"
      id={`s-${id}`}
      aria-labelledby={`n-${id}`}
      data-segment={id}
      data-form={of.form}
      data-block={block}
    >
      <h2 class="small soft num" id={`n-${id}`}>
        <span class="visually-hidden">{t('translations:desk.segment')} </span>
        {number}
      </h2>
      <div class="stack stack-tight">
        {first && <p class="legend small">{t(of.label)}</p>}
        <Source segment={segment} lang={workshop.text.locale} />
        <Remembered segment={segment} from={workshop.text.locale} to={workshop.of.locale} />
      </div>
      <div class="stack stack-tight">
        <Translation segment={segment} workshop={workshop} refused={refused} theirs={theirs} />
        <Findings findings={segment.findings} id={id} />
        <div class="row apart row-center">
          <span class="row row-center small soft">
            <span data-state>
              <TextState state={segment.state} />
            </span>
            {segment.translatedBy && <span>{segment.translatedBy}</span>}
          </span>
          <Acts segment={segment} workshop={workshop} />
        </div>
      </div>
    </section>
  );
}

function Translation({
  segment,
  workshop,
  refused,
  theirs,
}: Required<Omit<DeskPartProps, 'refused'>> & Pick<DeskPartProps, 'refused'>) {
  const { t } = useLanguage();
  const { id, number, draft } = segment;
  const lang = workshop.of.locale;
  const facts = useField(`text.${id}`);
  const typed = refused?.values[`text.${id}`];
  const over = theirs && { version: theirs.version ?? 1, text: theirs.text ?? null };
  const stale = typed === undefined && draft !== undefined && versionIn(draft.seen) !== segment.version;
  const seen = over ? seenOf(over) : (refused?.values[`seen.${id}`] ?? segment.seen);
  const isOther = typed !== undefined ? over && typed !== (over.text ?? '') : stale;
  return (
    <>
      {isOther && <SavedMeanwhile text={segment.text ?? ''} lang={lang} />}
      {typed === undefined && draft && (
        <p class="small soft row row-center">
          <span>
            {t('translations:desk.restored')} <Time value={draft.savedAt} />
          </span>
          <Button kind="plain" small name="act" value={`discard:${id}`}>
            {t('translations:desk.discard')}
          </Button>
        </p>
      )}
      {facts.errors.length > 0 && (
        <span class="error" id={facts.errorId}>
          {facts.errors.join(' ')}
        </span>
      )}
      <Hidden name={`seen.${id}`} value={seen} />
      <textarea
        class="input"
        id={facts.id}
        name={`text.${id}`}
        lang={lang}
        rows={3}
        aria-label={`${t('translations:desk.translation')} ${number}`}
        {...described(facts, false)}
      >
        {textareaValue(typed ?? draft?.text ?? segment.text ?? '')}
      </textarea>
    </>
  );
}

/** Somebody saved first: hers stands above, yours in the field; saving once more puts yours in its place. */
function SavedMeanwhile({ text, lang }: { text: string; lang: string }) {
  const { t } = useLanguage();
  return (
    <Notice kind="amber" title={t('translations:desk.meanwhile')}>
      <p class="small">{t('translations:desk.meanwhile_how')}</p>
      <p class="merge-text" lang={lang}>
        {text}
      </p>
    </Notice>
  );
}

/** What the checks have found; the script keeps it up while she types. */
function Findings({ findings, id }: { findings: Finding[]; id: string }) {
  const { t } = useLanguage();
  return (
    <ul class="findings small" id={`f-${id}`} data-findings>
      {findings.map(({ kind, severity, value }) => (
        <li class={severity === 'error' ? 'finding finding-error' : 'finding'}>
          {t(`translations:check.${kind}`, { value })}
        </li>
      ))}
    </ul>
  );
}

function Acts({ segment, workshop }: Pick<DeskPartProps, 'segment' | 'workshop'>) {
  const { t } = useLanguage();
  const { id, number, state, text } = segment;
  const label = (words: string) => `${words} (${t('translations:desk.segment')} ${number})`;
  return (
    <span class="row row-center">
      {text !== null && (
        <Link path={`${deskHistoryPath(workshop.of)}?segment=${id}`} class="small">
          {t('translations:desk.history')}
        </Link>
      )}
      {state === 'outdated' && (
        <Act act={`current:${id}`} words={t('translations:desk.current')} label={label} main />
      )}
      <Act act={`draft:${id}`} words={t('translations:desk.save')} label={label} />
      {workshop.can.review && (
        <Act act={`reviewed:${id}`} words={t('translations:desk.reviewed')} label={label} />
      )}
    </span>
  );
}

function Act({
  act,
  words,
  label,
  main,
}: {
  act: string;
  words: string;
  label: (words: string) => string;
  main?: boolean;
}) {
  return (
    <Button small name="act" value={act} label={label(words)} {...(main && { kind: 'main' as const })}>
      {words}
    </Button>
  );
}
