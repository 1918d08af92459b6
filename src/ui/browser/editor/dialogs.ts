/**
 * Shows a dialog until it has been acted on.
 * @param act what is to be done with what was filled in; a string is what was wrong, and the dialog stays
 */
export function ask(
  dialog: HTMLDialogElement,
  act: (answers: FormData, signal: AbortSignal) => string | undefined | Promise<string | undefined>,
): Promise<void> {
  const form = dialog.querySelector('form')!;
  const problem = dialog.querySelector<HTMLElement>('[data-problem]')!;
  const left = new AbortController();
  problem.textContent = '';
  dialog.showModal();
  form.querySelector<HTMLElement>('input:not([type=hidden]), select')?.focus();
  return new Promise((resolve) => {
    const once = { signal: left.signal };
    const submitted = async (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      problem.textContent = '';
      const wrong = await act(new FormData(form), left.signal);
      if (wrong !== undefined) problem.textContent = wrong;
      else dialog.close();
    };
    form.addEventListener('submit', (event) => void submitted(event), once);
    form.addEventListener(
      'click',
      ({ target }) => {
        if ((target as Element).closest('[data-action="cancel"]')) dialog.close();
      },
      once,
    );
    const closed = () => {
      left.abort();
      form.reset();
      resolve();
    };
    dialog.addEventListener('close', closed, once);
  });
}
