import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { HOUSE_RULES } from '../grounds';
import { FIGURES, ownRulesPath } from '../moderation-paths';
import type { PartnershipOfRules } from './own-rules.service';

/** The rules in plain words, what happens when one is broken, and whom to write to. */
export function HouseRules({ own }: { own: PartnershipOfRules[] }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('moderation:rules.title')} lead={t('moderation:rules.lead')} />
      <div class="stack long-form section">
        <RulesOfHub />
        {own.length > 0 && (
          <section class="stack" aria-labelledby="own-rules">
            <h2 id="own-rules">{t('moderation:own.all')}</h2>
            <ul class="list list-close">
              {own.map(({ slug, name, locale }) => (
                <li>
                  <Link path={ownRulesPath(slug)} lang={locale}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

/** What holds on the whole hub. */
export function RulesOfHub() {
  const { t } = useLanguage();
  return (
    <>
      <ol class="stack">
        {HOUSE_RULES.map((rule) => (
          <li>
            <b>{t(`moderation:rule.${rule}`)}</b>
            <p>{t(`moderation:rules.${rule}`)}</p>
          </li>
        ))}
      </ol>
      <section class="stack" aria-labelledby="law">
        <h2 id="law">{t('moderation:rules.law_title')}</h2>
        <p>{t('moderation:rules.law')}</p>
      </section>
      <section class="stack" aria-labelledby="broken">
        <h2 id="broken">{t('moderation:rules.broken_title')}</h2>
        <p>{t('moderation:rules.report')}</p>
        <p>{t('moderation:rules.decide')}</p>
        <p>{t('moderation:rules.appeal')}</p>
        <p>
          <Link path={FIGURES}>{t('moderation:figures.title')}</Link>
        </p>
      </section>
      <section class="stack" aria-labelledby="contacts">
        <h2 id="contacts">{t('moderation:rules.contact_title')}</h2>
        <p>{t('moderation:rules.contact_words')}</p>
        <p>
          <Link path={PATHS.contact}>{t('moderation:rules.contact')}</Link>
        </p>
      </section>
    </>
  );
}
