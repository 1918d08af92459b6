import type { FormState } from '../../../core/http/form';
import { useLanguage } from '../../../ui/language';
import { Button } from '../../../ui/parts/button';
import { Choice } from '../../../ui/parts/choice';
import { EmptyState } from '../../../ui/parts/empty-state';
import { Form } from '../../../ui/parts/form';
import { Hidden } from '../../../ui/parts/hidden';
import { Link } from '../../../ui/parts/link';
import { TextArea } from '../../../ui/parts/text-area';
import { TitleBlock } from '../../../ui/parts/title-block';
import type { ComparisonRow } from '../../comparison.access';
import { discussPath, discussionsPath, workPath } from '../comparison-paths';
import type { AskedPlatform } from './first-post';
import type { DiscussedQuestion, Opening } from './question-discussions.service';

interface DiscussionsProps {
  comparison: ComparisonRow;
  platform: AskedPlatform;
  questions: DiscussedQuestion[];
  /** The reader may open threads. */
  may: boolean;
}

/** Every question to a country, with where its platform talks about it. */
export function Discussions({ comparison, platform, questions, may }: DiscussionsProps) {
  const language = useLanguage();
  const { t } = language;
  const { slug, title, locale } = comparison;
  const { country } = platform;
  return (
    <div class="page">
      <TitleBlock
        title={`${t('comparisons:discuss.title')}: ${language.country(country)}`}
        above={<span lang={locale}>{title}</span>}
        lead={t('comparisons:discuss.lead')}
      >
        <p>
          <Link path={workPath(slug, country)}>{t('comparisons:import.back')}</Link>
        </p>
      </TitleBlock>
      {questions.length === 0 && <EmptyState title={t('comparisons:structure.none')} />}
      <ol class="list list-close">
        {questions.map(({ code, words, threadId }) => (
          <li class="with-action" id={code.toLowerCase()}>
            <p>
              <span class="num soft">{code}</span> <span lang={words.locale}>{words.text}</span>
            </p>
            {threadId ? (
              <Link path={`/threads/${threadId}`}>
                {t('comparisons:discuss.thread')}
                <span class="visually-hidden">: {code}</span>
              </Link>
            ) : may ? (
              <Link path={discussPath(slug, country, code)}>
                {t('comparisons:discuss.open')}
                <span class="visually-hidden">: {code}</span>
              </Link>
            ) : (
              <span class="soft">{t('comparisons:discuss.not_yet')}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The first post of a thread about a question, as its host may change it. */
export function OpenDiscussion({ opening, state }: { opening: Opening; state: FormState }) {
  const { t } = useLanguage();
  const { comparison, platform, question, words, rooms } = opening;
  const { slug } = comparison;
  const options = rooms.map(({ id, name, locale }) => ({ value: id, label: name, lang: locale }));
  return (
    <div class="page">
      <TitleBlock
        title={t('comparisons:discuss.open')}
        above={<span class="num">{question.code}</span>}
        lead={words.text}
      />
      {rooms.length === 0 ? (
        <EmptyState title={t('comparisons:discuss.no_room')}>
          {t('comparisons:discuss.no_room_hint')}
        </EmptyState>
      ) : (
        <Form action={discussPath(slug, platform.country, question.code)} state={state}>
          <Hidden name="clientId" />
          <Choice name="room" label={t('comparisons:discuss.room')} options={options} />
          <TextArea
            name="body"
            label={t('comparisons:discuss.first')}
            hint={t('comparisons:discuss.first_hint')}
            lang={words.locale}
            rows={14}
          />
          <div class="row row-center">
            <Button kind="main">{t('comparisons:discuss.begin')}</Button>
            <Link path={discussionsPath(slug, platform.country)}>{t('comparisons:discuss.back')}</Link>
          </div>
        </Form>
      )}
    </div>
  );
}
