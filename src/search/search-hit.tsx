import { Link } from '../ui/parts/link';
import { TextState } from '../ui/parts/text-state';
import { Time } from '../ui/parts/time';
import type { SearchHit } from './search.schema';

interface HitProps {
  hit: SearchHit;
  /** What texts of its kind are called. */
  kind: string;
}

/** One text that was found: what it is called, where it matches, where it stands, who wrote it and when. */
export function Hit({ hit, kind }: HitProps) {
  const { title, titleLocale, path, passage, locale, state, originalLocale, place, author, at } = hit;
  return (
    <li class="list-row">
      <h3 class="said" lang={titleLocale}>
        <Link path={path}>
          <Marked pieces={title} />
        </Link>
      </h3>
      {passage.length > 0 && (
        <p lang={locale} class={state === 'machine' ? 'by-machine' : undefined}>
          <Marked pieces={passage} />
        </p>
      )}
      <p class="small soft dots">
        <span>{kind}</span>
        {place && (
          <span lang={place.locale}>
            <Link path={place.path}>{place.name}</Link>
          </span>
        )}
        {author && <span>{author.name}</span>}
        {at && <Time value={at} as="date" />}
        <span>
          <TextState state={state} originalLocale={originalLocale} />
        </span>
      </p>
    </li>
  );
}

function Marked({ pieces }: { pieces: SearchHit['title'] }) {
  return <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>;
}
