import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { answerPath } from '../answering/answer-paths';
import { placeName } from '../answering/answering-frame.service';
import { synthesisEditPath } from '../editorial/editorial-paths';
import { publishPath } from '../publishing/publish-path';
import { wordsIn } from '../reading/words-in';
import type { ReleaseDesk } from './release-desk.service';

interface ReleasePageProps {
  of: ReleaseDesk;
  locales: readonly string[];
  refused?: FormState;
}

/** What would go out now, what stays behind, and the button that publishes. */
export function ReleasePage({ of, locales, refused }: ReleasePageProps) {
  const { t, locale } = useLanguage();
  const { comparison, counts } = of;
  const { slug, version } = comparison;
  const behind = counts.draft + counts.commented + counts.agreed + counts.disputed;
  return (
    <div class="page">
      <TitleBlock
        title={t('comparisons:release.title')}
        above={<span lang={comparison.locale}>{comparison.title}</span>}
        lead={t('comparisons:release.lead')}
      />
      <div class="stack stack-wide">
        <Facts
          facts={[
            { label: t('comparisons:release.version'), value: String(version + 1) },
            { label: t('comparisons:release.goes_out'), value: String(counts.checked) },
            { label: t('comparisons:release.stays'), value: String(counts.published) },
            { label: t('comparisons:release.left_out'), value: String(behind) },
          ]}
        />
        <Shaken of={of} />
        <Form
          action={publishPath(slug)}
          id="publish"
          state={refused ?? freshForm({ locale, baseVersion: String(version) })}
        >
          <Hidden name="baseVersion" />
          <TextArea
            name="note"
            label={t('comparisons:release.note')}
            hint={t('comparisons:release.note_hint')}
            max={1000}
            optional
          />
          <LanguageSelect />
          <div>
            <Button kind="main">{t('comparisons:release.publish')}</Button>
          </div>
        </Form>
        <Syntheses of={of} locales={locales} />
      </div>
    </div>
  );
}

function Shaken({ of: { shaken } }: { of: ReleaseDesk }) {
  const language = useLanguage();
  if (shaken.length === 0) return null;
  return (
    <Notice kind="amber" title={language.t('comparisons:release.shaken')}>
      <ul>
        {shaken.map(({ id, code, country }) => (
          <li>
            <Link path={answerPath(id)}>
              {code} {placeName(language, country)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Syntheses({ of: { dimensions, comparison }, locales }: Pick<ReleasePageProps, 'of' | 'locales'>) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="syntheses">
      <SectionHead id="syntheses" title={t('comparisons:release.syntheses')} />
      <ul class="list">
        {dimensions.map(({ code, title, synthesis }) => {
          const words = wordsIn(title, locales);
          return (
            <li class="list-row">
              <Link path={synthesisEditPath(comparison.slug, code)} lang={words.locale}>
                {code} {words.text}
              </Link>
              {!synthesis && <p class="small soft">{t('comparisons:release.no_synthesis')}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
