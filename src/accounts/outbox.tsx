import type { KeptMail } from '../core/mail/outbox.service';
import { useLanguage } from '../ui/language';
import { EmptyState } from '../ui/parts/empty-state';
import { Time } from '../ui/parts/time';
import { TitleBlock } from '../ui/parts/title-block';

/** What would have been sent, for who develops: words and the link, since the page allows no frames. */
export function OutboxPage({ mails }: { mails: KeptMail[] }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('accounts:outbox.title')} lead={t('accounts:outbox.lead')} />
      {mails.length === 0 && <EmptyState title={t('accounts:outbox.empty')} />}
      {mails.map((mail) => (
        <MailShown {...mail} />
      ))}
    </div>
  );
}

function MailShown({ to, subject, text, locale, link, at }: KeptMail) {
  const { t } = useLanguage();
  return (
    <article class="section stack narrow">
      <h2 lang={locale}>{subject}</h2>
      <p class="small soft">
        {t('accounts:outbox.to', { address: to })} · <Time value={at} />
      </p>
      <p class="merge-text" lang={locale}>
        {text}
      </p>
      {link && (
        <p>
          <a class="button button-main" href={pathOf(link)}>
            {t('accounts:outbox.open')}
          </a>
        </p>
      )}
    </article>
  );
}

/** Stays on the address that the hub is being looked at. */
function pathOf(link: string): string {
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}
