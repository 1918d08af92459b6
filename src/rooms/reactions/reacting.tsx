import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { REACTIONS, type ReactionKind } from '../posts/post.schema';
import type { Shape, Words } from '../posts/post-shape';
import type { ReactionWords } from './reaction-words';

/** Id of the one form that all buttons belong to. */
const FORM = 'react';

interface PartProps {
  shape: Shape;
  words: Words;
}

/** What a reader can say to a post with one click, and who has. */
export function Reacting({ shape: { canReact, reacted, blank }, words }: PartProps) {
  return (
    <>
      {canReact && (reacted || blank) && <Buttons words={words} />}
      {canReact && !reacted && !blank && <WayToReact words={words} />}
      {(blank || (!canReact && reacted)) && <Reacted words={words} />}
    </>
  );
}

/** Nobody has said anything yet: the way to the buttons, which the script puts in its place. */
function WayToReact({ words }: { words: Words }) {
  const { t } = useLanguage();
  return (
    <div class="reactions" data-slot="reactions">
      <Link path={`/posts/${words.id}/reactions`} class="plain" slot="react">
        {t('rooms:reaction.react')}
      </Link>
    </div>
  );
}

/**
 * What somebody gave stands there at once; the rest, and the names, when the list is open. Changes of it are no news
 * of the log, and are not read out.
 */
function Buttons({ words }: { words: Words }) {
  const { t } = useLanguage();
  return (
    <div
      class="reactions"
      role="group"
      aria-label={t('rooms:reaction.title')}
      aria-live="off"
      data-slot="reactions"
    >
      <details data-slot="react">
        <summary>{t('rooms:reaction.react')}</summary>
      </details>
      {REACTIONS.map((kind) => (
        <Toggle kind={kind} words={words} />
      ))}
      <Names words={words} />
    </div>
  );
}

interface ToggleProps {
  kind: ReactionKind;
  words: ReactionWords & Pick<Words, 'id'>;
  /** Also where nobody has given it, and no list is there to be opened. */
  always?: boolean;
}

function Toggle({ kind, words, always = false }: ToggleProps) {
  const { t } = useLanguage();
  const count = words[`${kind}Count`];
  return (
    <span class="reaction" data-slot={`react-${kind}`} data-count={always ? undefined : count}>
      <Button
        kind="react"
        small
        form={FORM}
        name="reaction"
        value={`${words.id} ${kind} ${words[`${kind}Act`]}`}
        pressed={words[`${kind}Pressed`] as 'true' | 'false'}
      >
        {t(`rooms:reaction.${kind}`)} {(!always || count !== '0') && <span class="times">{count}</span>}
      </Button>
    </span>
  );
}

/** For who cannot react: the same in words. */
function Reacted({ words }: { words: Words }) {
  return (
    <details class="reactions reacted" aria-live="off" data-slot="reacted">
      <summary>{words.reacted}</summary>
      <Names words={words} />
    </details>
  );
}

function Names({ words }: { words: Words }) {
  const { t } = useLanguage();
  return (
    <div class="names small soft">
      <ul data-slot="names" dangerouslySetInnerHTML={{ __html: words.reactions }} />
      <Link path={`/posts/${words.id}/reactions`} class="plain">
        {t('rooms:reaction.all')}
      </Link>
    </div>
  );
}

/** The buttons by themselves, on the page of a post's reactions. */
export function ReactionButtons({ words }: { words: ReactionWords & Pick<Words, 'id'> }) {
  const { t } = useLanguage();
  return (
    <div class="reactions" role="group" aria-label={t('rooms:reaction.react')}>
      {REACTIONS.map((kind) => (
        <Toggle kind={kind} words={words} always />
      ))}
      <ReactionForm />
    </div>
  );
}

/** Stands once on the page of a thread. */
export function ReactionForm() {
  return (
    <Form id={FORM} action="/reactions" class="visually-hidden">
      {null}
    </Form>
  );
}
