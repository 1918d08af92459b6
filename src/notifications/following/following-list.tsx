import type { Language } from '../../core/i18n/language';
import { useLanguage } from '../../ui/language';
import { EmptyState } from '../../ui/parts/empty-state';
import { Link } from '../../ui/parts/link';
import { TextState } from '../../ui/parts/text-state';
import { FollowButton } from './follow-button';
import type { Following } from './followings.service';

export function FollowingList({ followed }: { followed: Following[] }) {
  const { t } = useLanguage();
  if (followed.length === 0)
    return (
      <EmptyState title={t('notifications:following.none')}>
        {t('notifications:following.none_words')}
      </EmptyState>
    );
  return (
    <ul class="list">
      {followed.map((each) => (
        <FollowedRow {...each} />
      ))}
    </ul>
  );
}

function FollowedRow({ subject, part, title }: Following) {
  const language = useLanguage();
  const words = part && partWords(language, part);
  return (
    <li class="with-action">
      <div>
        {title ? (
          <p class="said" lang={title.locale}>
            <Link path={title.path}>{title.title}</Link>
          </p>
        ) : (
          <p>{language.t('notifications:gone')}</p>
        )}
        {title?.state === 'machine' && <TextState state="machine" originalLocale={title.text.locale} />}
        {words && <p class="small soft">{words}</p>}
      </div>
      <FollowButton
        subject={subject}
        part={part}
        followed
        of={[title?.title, words].filter(Boolean).join(', ')}
      />
    </li>
  );
}

/** Countries have names in every language; other parts go by their codes. */
const partWords = (language: Language, part: string): string =>
  /^[A-Z]{2}$/.test(part) ? language.country(part) : part;
