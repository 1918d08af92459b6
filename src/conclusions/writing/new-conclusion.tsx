import type { FormState } from '../../core/http/form';
import type { PostView } from '../../rooms/posts/post.schema';
import { postPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Prose } from '../../ui/parts/prose';
import { Radios } from '../../ui/parts/radios';
import { TextArea } from '../../ui/parts/text-area';
import { TitleBlock } from '../../ui/parts/title-block';
import { concludePath, roomConclusionsPath } from '../conclusion-paths';
import type { ConclusionSummary } from '../reading/conclusion.schema';
import { ConclusionFields } from './conclusion-fields';

/** A conclusion of the room as a whole. */
export function NewConclusionPage({ slug, state }: { slug: string; state: FormState }) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('conclusions:form.new')} />
      <div class="section stack">
        <p>{t('conclusions:form.room_lead')}</p>
        <Form action={roomConclusionsPath(slug, 'new')} id="conclusion" state={state}>
          <ConclusionFields />
          <div>
            <Button kind="main">{t('conclusions:act.draft')}</Button>
          </div>
        </Form>
      </div>
    </div>
  );
}

interface FromPassageProps {
  post: PostView;
  /** Conclusions of this thread that the passage can go into. */
  drafts: ConclusionSummary[];
  state: FormState;
}

/** A conclusion from a passage of a post, or the passage for a draft that there is. */
export function FromPassagePage({ post, drafts, state }: FromPassageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock title={t('conclusions:form.from_passage')} />
      <div class="split section">
        <Form
          action={concludePath(post.threadId)}
          id="conclusion"
          state={state}
          labels={{ postId: t('conclusions:form.post') }}
        >
          <Hidden name="post" value={post.id} />
          <TextArea
            name="quote"
            label={t('conclusions:form.quote')}
            hint={t('conclusions:form.quote_hint')}
            rows={3}
            lang={post.locale}
            optional
          />
          {drafts.length > 0 && <Into drafts={drafts} />}
          <ConclusionFields optional={drafts.length > 0} />
          <div>
            <Button kind="main">{t('conclusions:form.save')}</Button>
          </div>
        </Form>
        <div class="aside">
          <ThePost of={post} />
        </div>
      </div>
    </div>
  );
}

function Into({ drafts }: { drafts: ConclusionSummary[] }) {
  const { t } = useLanguage();
  const options = drafts.map(({ id, number, statement }) => ({
    value: id,
    label: `${number}. ${statement.text}`,
    lang: statement.locale,
  }));
  return (
    <Radios
      name="into"
      label={t('conclusions:form.into')}
      hint={t('conclusions:form.into_hint')}
      options={[{ value: '', label: t('conclusions:form.into_new') }, ...options]}
      usual=""
      optional
    />
  );
}

/** In its own language, so that the words can be found and taken. */
function ThePost({ of: { author, number, threadId, locale, html, body } }: { of: PostView }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <section class="stack stack-tight" aria-labelledby="the-post">
      <h2 id="the-post">{t('conclusions:form.post')}</h2>
      <p class="small soft dots">
        <b>{author.name}</b>
        <span>
          <Link path={postPath(threadId, number)}>{t('conclusions:form.number', { number })}</Link>
        </span>
        <span>{language.inLanguage(locale)}</span>
      </p>
      {html ? <Prose lang={locale} html={html} /> : <p lang={locale}>{body}</p>}
    </section>
  );
}
