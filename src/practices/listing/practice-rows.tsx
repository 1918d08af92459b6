import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Link } from '../../ui/parts/link';
import { ListRow } from '../../ui/parts/list-row';
import { Tag } from '../../ui/parts/marks';
import { Standing } from '../../ui/parts/standing';
import { practicePath } from '../practice-paths';
import { words } from '../practice-words';
import type { ListedPractice } from './listing.schema';

/** One below the other, to be read. */
export function PracticeRows({ items }: { items: ListedPractice[] }) {
  return (
    <ul class="list">
      {items.map((item) => (
        <ListRow
          path={practicePath(item.slug)}
          title={item.title.text}
          lang={item.title.locale}
          marks={<Marks item={item} />}
          facts={<Facts item={item} />}
        >
          <Strapline item={item} />
        </ListRow>
      ))}
    </ul>
  );
}

/** Side by side, to be looked over. */
export function PracticeCards({ items }: { items: ListedPractice[] }) {
  return (
    <ul class="shelf practice-cards">
      {items.map((item) => (
        <li class="swatch stack stack-tight">
          <p class="row row-center marks">
            <Marks item={item} />
          </p>
          <h3 class="said" lang={item.title.locale}>
            <Link path={practicePath(item.slug)}>{item.title.text}</Link>
          </h3>
          <Strapline item={item} />
          <p class="small soft dots">
            <Facts item={item} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Marks({ item: { rating, state, planned } }: { item: ListedPractice }) {
  const { t } = useLanguage();
  return (
    <>
      {rating && <Tag>{t(words.rating(rating))}</Tag>}
      {state !== 'published' && <Tag>{t(words.state(state))}</Tag>}
      {planned && <Tag>{t('practices:list.planned')}</Tag>}
    </>
  );
}

function Strapline({ item: { title, strapline } }: { item: ListedPractice }) {
  const { locale } = useLanguage();
  const plain = title.state === 'reviewed' && !title.outdated;
  return (
    <>
      {strapline && (
        <Content as="p" lang={strapline.locale}>
          {strapline.text}
        </Content>
      )}
      {!plain && !(title.state === 'original' && title.locale === locale) && <Standing of={title} />}
    </>
  );
}

function Facts({ item }: { item: ListedPractice }) {
  const language = useLanguage();
  const { t } = language;
  const { country, region, municipality, owner, themes, useful, partnership } = item;
  return (
    <>
      {owner && <span lang={owner.lang}>{owner.name}</span>}
      {(municipality ?? region) && <span>{municipality ?? region}</span>}
      {country && <span>{language.country(country)}</span>}
      {themes.slice(0, 3).map((theme) => (
        <span>{t(words.theme(theme))}</span>
      ))}
      {useful > 0 && <span>{t('practices:useful.count', { count: useful })}</span>}
      <span lang={partnership.lang}>{partnership.name}</span>
    </>
  );
}
