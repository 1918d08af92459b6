import { data } from './data';
import { Draft, draftName } from './draft';
import { WritingPlace } from './writing';

/** The pages where a thread is opened or a post is edited: the same place to write; a new thread is kept as a draft. */
export function writeOnPage(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-writing]');
  if (!form) return;
  const place = new WritingPlace(form);
  if (form.dataset['writing'] !== 'thread') return;
  const title = form.querySelector<HTMLInputElement>('[name="title"]')!;
  const { text, language } = place;
  const draft = new Draft({
    path: `/api/v1/rooms/${data.room}/draft`,
    name: draftName(data.room),
    form,
    read: () => ({ title: title.value, body: text.value, locale: language.value, replyTo: null }),
    show: (written) => {
      title.value = written.title ?? '';
      place.show(written.body, written.locale);
    },
  });
  form.addEventListener('input', () => draft.changed());
  let settled = false;
  form.addEventListener('submit', (event) => {
    if (settled) draft.leave();
    else {
      event.preventDefault();
      void draft.settle().then(() => {
        settled = true;
        form.requestSubmit(event.submitter);
      });
    }
    settled = false;
  });
}
