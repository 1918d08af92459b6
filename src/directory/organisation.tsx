import type { ComponentChildren } from 'preact';
import { ownName } from '../core/i18n/locales';
import { useLanguage } from '../ui/language';
import { ButtonLink } from '../ui/parts/button';
import { Content } from '../ui/parts/content';
import { Facts } from '../ui/parts/facts';
import { Link } from '../ui/parts/link';
import { Tag } from '../ui/parts/marks';
import { SectionHead } from '../ui/parts/section-head';
import { Standing } from '../ui/parts/standing';
import { TitleBlock } from '../ui/parts/title-block';
import type { OrganisationView } from './organisation.schema';
import { TYPE_WORDS } from './organisation-types';
import type { OrganisationName } from './organisations.service';

export const organisationPath = (slug: string): string => `/organisations/${slug}`;

/** An organisation where it is mentioned: its own name in its own language, leading to its page. */
export function OrganisationLink({
  organisation,
  class: look,
}: {
  organisation: Pick<OrganisationName, 'slug' | 'name' | 'lang'>;
  class?: string;
}) {
  const { slug, name, lang } = organisation;
  return (
    <Link path={organisationPath(slug)} lang={lang} class={look}>
      {name}
    </Link>
  );
}

/** Everything that is known of an organisation; what it takes part in comes as children. */
export function OrganisationRecord({
  organisation,
  children,
}: {
  organisation: OrganisationView;
  children?: ComponentChildren;
}) {
  const language = useLanguage();
  const { t } = language;
  const { name, lang, slug, demo, can, city } = organisation;
  const place = [city, language.country(organisation.country)].filter(Boolean).join(', ');
  return (
    <div class="page">
      <TitleBlock title={name} lang={lang} above={<Above organisation={organisation} place={place} />}>
        {demo && <p class="soft">{t('directory:demo.words')}</p>}
        {can.edit && (
          <p class="row row-center">
            <ButtonLink path={`${organisationPath(slug)}/edit`}>{t('directory:edit')}</ButtonLink>
          </p>
        )}
      </TitleBlock>
      <div class="split section">
        <div class="stack stack-wide">{children}</div>
        <OrganisationFacts organisation={organisation} />
      </div>
    </div>
  );
}

function Above({ organisation, place }: { organisation: OrganisationView; place: string }) {
  const { t } = useLanguage();
  return (
    <>
      <span>{t(TYPE_WORDS[organisation.type])}</span>
      <span>{place}</span>
      {organisation.demo && <Tag>{t('directory:demo.mark')}</Tag>}
    </>
  );
}

function OrganisationFacts({ organisation }: { organisation: OrganisationView }) {
  const language = useLanguage();
  const { t } = language;
  const { city, nuts, type, website, lang } = organisation;
  return (
    <aside class="stack" aria-labelledby="facts">
      <h2 id="facts">{t('directory:fact.title')}</h2>
      <Facts
        stacked
        facts={[
          { label: t('directory:fact.type'), value: t(TYPE_WORDS[type]) },
          { label: t('directory:fact.country'), value: language.country(organisation.country) },
          { label: t('directory:fact.city'), value: city },
          { label: t('directory:fact.nuts'), value: nuts },
          { label: t('directory:fact.language'), value: language.languageName(lang) },
          { label: t('directory:fact.website'), value: website && <Website address={website} /> },
        ]}
      />
    </aside>
  );
}

function Website({ address }: { address: string }) {
  return (
    <a href={address} rel="external noopener">
      {new URL(address).host.replace(/^www\./, '')}
    </a>
  );
}

/** What readers of other languages call it; nothing when nobody has said. */
export function AlternativeNames({ organisation }: { organisation: OrganisationView }) {
  const { t } = useLanguage();
  if (organisation.alternatives.length === 0) return null;
  return (
    <section aria-labelledby="alternatives">
      <SectionHead id="alternatives" title={t('directory:fact.alternatives')} />
      <ul class="list list-close">
        {organisation.alternatives.map(({ name, lang, state, outdated }) => (
          <li>
            <Content lang={lang} class="said">
              {name}
            </Content>
            <span class="row row-center small soft">
              <span lang={lang}>{ownName(lang)}</span>
              <Standing of={{ locale: lang, state, outdated, originalLocale: organisation.lang }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
