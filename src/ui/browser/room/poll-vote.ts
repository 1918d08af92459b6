import { data } from './data';
import { slot } from './slots';

const PATIENCE = 20_000;

interface Problem {
  title: string;
  errors?: { message: string }[];
}

/**
 * Votes, or takes the vote back, without leaving the page. What the hub says no to is told above the buttons.
 * @returns whether it is done; without an answer the form is sent as if there were no script
 */
export async function castVote(
  id: string,
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): Promise<boolean> {
  const fields = new FormData(form);
  const back = submitter?.getAttribute('value') === 'take_back';
  const reason = fields.get('reason');
  const vote = { choices: fields.getAll('choices'), ...(reason !== null && { reason }), locale: data.locale };
  try {
    const answer = await fetch(`/api/v1/polls/${id}/vote?locale=${data.locale}`, {
      method: back ? 'DELETE' : 'PUT',
      ...(!back && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(vote) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.ok) return true;
    tell(form, (await answer.json()) as Problem);
  } catch {
    if (back) form.append(hidden('act', 'take_back'));
    form.submit();
  }
  return false;
}

function tell(form: HTMLFormElement, { title, errors }: Problem): void {
  slot('refused', form)?.remove();
  const told = document.createElement('p');
  told.className = 'error';
  told.role = 'alert';
  told.dataset['slot'] = 'refused';
  told.textContent = errors?.map(({ message }) => message).join(' ') || title;
  form.querySelector('fieldset')!.before(told);
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  return field;
}
