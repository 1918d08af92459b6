import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Standing } from '../../ui/parts/standing';
import { Time } from '../../ui/parts/time';
import type { EvidenceGround, EvidenceView } from '../evidence.schema';
import { EvidenceMark } from './evidence-mark';
import { kindWords } from './kind-words';
import { VoteOutcome } from './vote-result';

interface EvidenceItemProps {
  of: EvidenceView;
  keeping?: { back: string };
}

/** One thing that a statement rests on. */
export function EvidenceItem({ of, keeping }: EvidenceItemProps) {
  const { t } = useLanguage();
  const { id, kind, ground, quote, standing, standingSince } = of;
  return (
    <li class="evidence" id={`evidence-${id}`}>
      <p class="small soft">{t(kindWords(kind))}</p>
      {quote && <Quotation quote={quote} />}
      {ground?.vote && <VoteOutcome of={ground.vote} />}
      {ground ? <Whence ground={ground} /> : <p class="soft">{t('evidence:list.hidden')}</p>}
      <EvidenceMark standing={standing} since={standingSince} />
      {keeping && <Keeping of={of} back={keeping.back} />}
    </li>
  );
}

/** As it was said, and what that means in the reader's language. */
function Quotation({ quote: { text, locale, rendering } }: { quote: NonNullable<EvidenceView['quote']> }) {
  return (
    <>
      <blockquote class="said" lang={locale}>
        <p>{text}</p>
      </blockquote>
      {rendering && (
        <div class="evidence-rendering">
          <p class="serif" lang={rendering.locale}>
            {rendering.text}
          </p>
          <Standing of={rendering} />
        </div>
      )}
    </>
  );
}

/** Who said it, and where the whole of it stands. */
function Whence({ ground }: { ground: EvidenceGround }) {
  const { author, source } = ground;
  return (
    <p class="small dots">
      {author && <span>{author.name}</span>}
      {author?.organisation && (
        <span>
          <Link path={`/organisations/${author.organisation.slug}`} lang={author.organisation.locale}>
            {author.organisation.name}
          </Link>
        </span>
      )}
      <span>
        <GroundTitle ground={ground} />
      </span>
      {source && <Bibliography source={source} />}
      {!source && ground.at && <Time value={ground.at} as="date" />}
    </p>
  );
}

/** Named in the reader's language, where it has been translated. */
export function GroundTitle({ ground: { path, title, source } }: { ground: EvidenceGround }) {
  if (path !== null)
    return (
      <Link path={path} lang={title.locale}>
        {title.text}
      </Link>
    );
  const address = source?.address;
  if (!address) return <cite lang={title.locale}>{title.text}</cite>;
  return (
    <a href={address} rel="nofollow noopener" lang={title.locale}>
      {title.text}
    </a>
  );
}

function Bibliography({ source }: { source: NonNullable<EvidenceGround['source']> }) {
  const language = useLanguage();
  const { publisher, published, readOn } = source;
  return (
    <>
      {publisher && <span>{publisher}</span>}
      {published && (
        <span>
          {language.t('evidence:source.published_on', {
            date: published.length === 10 ? language.calendarDate(published) : published,
          })}
        </span>
      )}
      <span>{language.t('evidence:source.read_on', { date: language.calendarDate(readOn) })}</span>
    </>
  );
}

/** Somebody who may looks at what happened: it holds all the same, or it does not rest on this any more. */
function Keeping({ of: { id, ground, standing }, back }: { of: EvidenceView; back: string }) {
  const { t } = useLanguage();
  const name = ground?.title.text ?? '';
  return (
    <div class="row row-center">
      {ground && standing !== 'sound' && (
        <Form action={`/evidence/links/${id}/confirm`} id={`confirm-${id}`} class="row">
          <Hidden name="back" value={back} />
          <Button small label={t('evidence:keeping.confirm_named', { name })}>
            {t('evidence:keeping.confirm')}
          </Button>
        </Form>
      )}
      <Form action={`/evidence/links/${id}/drop`} id={`drop-${id}`} class="row">
        <Hidden name="back" value={back} />
        <Button small label={t('evidence:keeping.drop_named', { name })}>
          {t('evidence:keeping.drop')}
        </Button>
      </Form>
    </div>
  );
}
