import { ownName } from '../../core/i18n/locales';
import { TYPE_WORDS } from '../../directory/organisation-types';
import { useLanguage } from '../../ui/language';
import { Facts } from '../../ui/parts/facts';
import { Standing } from '../../ui/parts/standing';
import { PARTS } from '../practice-facts';
import { words } from '../practice-words';
import { RowWords } from './row-words';
import type { PracticeView } from './case.schema';

/** Who decides, pays, delivers and benefits. */
export function CaseActors({ actors }: { actors: PracticeView['actors'] }) {
  const { t } = useLanguage();
  if (actors.length === 0) return null;
  return (
    <Facts
      facts={PARTS.map((part) => ({
        label: t(words.part(part)),
        value: actors.some((actor) => actor.part === part) && (
          <ul>
            {actors
              .filter((actor) => actor.part === part)
              .map(({ name, type, role }) => (
                <li>
                  <b>{name}</b>
                  {type && <span class="small soft"> ({t(TYPE_WORDS[type])})</span>} <RowWords of={role} />
                </li>
              ))}
          </ul>
        ),
      }))}
    />
  );
}

/** Setting up and running are told apart; nothing is converted. */
export function CaseMoney({ money }: { money: PracticeView['money'] }) {
  const language = useLanguage();
  const { t } = language;
  const { currency, year, setup, running, setupFte, runningFte, sources } = money;
  const cost = (amount: string | null, posts: string | null) =>
    [
      amount && currency && language.money(amount.replace(/\.00$/, ''), currency),
      posts && t('practices:case.posts', { number: language.number(Number(posts)) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Facts
      facts={[
        { label: t('practices:case.setup'), value: cost(setup, setupFte) },
        { label: t('practices:case.running'), value: cost(running, runningFte) },
        { label: t('practices:case.prices'), value: year && String(year) },
        {
          label: t('practices:case.sources'),
          value: sources.length > 0 && language.list(sources.map((source) => t(words.money(source)))),
        },
      ]}
    />
  );
}

/** Where more is told. */
export function CaseLinks({ links }: { links: PracticeView['links'] }) {
  const { t } = useLanguage();
  if (links.length === 0) return null;
  return (
    <ul class="list list-close">
      {links.map(({ kind, address, label, language, accessible }) => (
        <li>
          <a href={address} rel="noopener" lang={label.locale} hreflang={language}>
            {label.text}
          </a>{' '}
          {label.state === 'machine' && <Standing of={label} />}
          <span class="small soft dots">
            <span>{t(words.linkKind(kind))}</span>
            <span lang={language}>{ownName(language)}</span>
            {accessible && <span>{t('practices:case.accessible')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
