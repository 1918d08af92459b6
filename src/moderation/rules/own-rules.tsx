import { rendered } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import { partnershipPath } from '../../partnerships/partnership-words';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { ownRulesPath } from '../moderation-paths';
import { RulesOfHub } from './house-rules';
import type { OwnRules } from './own-rules.entity';
import type { RulesVersion } from './own-rules.schema';
import type { RulesOfPartnership } from './own-rules.service';
import { OWN_RULES } from './own-rules.texts';

interface OwnRulesPageProps {
  told: RulesOfPartnership;
  locales: readonly Locale[];
  /** An older one, to be read instead of what holds now. */
  version: number | undefined;
}

/** What holds in the rooms of a partnership: its own rules, beside those of the hub. */
export function OwnRulesPage({ told, locales, version }: OwnRulesPageProps) {
  const { t } = useLanguage();
  const { partnership, rules, versions, mayEdit } = told;
  const { slug, name, locale } = partnership;
  const older = versions.find((each) => each.version === version && each.until !== null);
  const holds = rules !== null && rules.endedAt === null;
  return (
    <div class="page">
      <TitleBlock
        title={t('moderation:rules.title')}
        lead={t(holds ? 'moderation:own.lead' : 'moderation:own.none')}
        above={
          <Link path={partnershipPath(slug)} lang={locale}>
            {name}
          </Link>
        }
      >
        {mayEdit && (
          <p class="row row-center">
            <ButtonLink path={`${ownRulesPath(slug)}/edit`}>{t('moderation:own.edit')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      <div class="stack long-form section">
        {older && <Older version={older} slug={slug} />}
        {!older && holds && <Current rules={rules} versions={versions} locales={locales} />}
        <Versions versions={versions} slug={slug} shown={older?.version} />
        <section class="stack" aria-labelledby="rules-of-hub">
          <SectionHead id="rules-of-hub" title={t('moderation:own.of_hub')} />
          <RulesOfHub />
        </section>
      </div>
    </div>
  );
}

interface CurrentProps {
  rules: OwnRules;
  versions: RulesVersion[];
  locales: readonly Locale[];
}

function Current({ rules, versions, locales }: CurrentProps) {
  const { t } = useLanguage();
  const words = rendered(rules, ({ body }) => body, locales)!;
  return (
    <section class="stack stack-tight" aria-labelledby="own-rules">
      <SectionHead id="own-rules" title={t('moderation:own.title')} />
      <Content as="div" class="merge-text" lang={words.locale}>
        {words.text}
      </Content>
      <p class="small soft dots">
        <Standing of={words} text={{ kind: OWN_RULES, id: rules.id }} />
        {versions[0] && (
          <span>
            {`${t('moderation:own.since')} `}
            <Time value={versions[0].from} as="date" />
          </span>
        )}
      </p>
    </section>
  );
}

function Older({ version, slug }: { version: RulesVersion; slug: string }) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight" aria-labelledby="older-rules">
      <SectionHead id="older-rules" title={t('moderation:own.version', { version: version.version })} />
      <Notice kind="quiet">
        {`${t('moderation:own.older')} `}
        <Link path={ownRulesPath(slug)}>{t('moderation:own.now')}</Link>
      </Notice>
      <Content as="div" class="merge-text" lang={version.locale}>
        {version.body}
      </Content>
    </section>
  );
}

/** Which words held from when to when. */
function Versions({ versions, slug, shown }: { versions: RulesVersion[]; slug: string; shown?: number }) {
  const { t } = useLanguage();
  if (versions.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="rules-versions">
      <SectionHead id="rules-versions" title={t('moderation:own.versions')} />
      <ol class="list list-close" reversed>
        {versions.map(({ version, from, until }) => (
          <li class="row small">
            {until ? (
              <Link path={`${ownRulesPath(slug)}?version=${version}`} current={version === shown}>
                {t('moderation:own.version', { version })}
              </Link>
            ) : (
              <Link path={ownRulesPath(slug)} current={shown === undefined}>
                {t('moderation:own.version', { version })}
              </Link>
            )}
            <span>
              <Time value={from} as="date" />
              {' – '}
              {until ? <Time value={until} as="date" /> : t('moderation:own.today')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
