import { counted, data } from './data';
import { part } from './slots';

/** Said from here on. Characters. */
const NEAR = 1000;
/** Whoever listens is not interrupted with every key. Milliseconds. */
const PAUSE = 800;

/** How much more a post can hold, when that becomes little. */
export function countLeft(box: HTMLElement, text: HTMLTextAreaElement): void {
  const line = part('left', box);
  const most = Number(text.dataset['max']);
  let timer: number | undefined;
  const show = () => {
    const left = most - text.value.length;
    line.textContent =
      left > NEAR ? '' : counted(left < 0 ? data.words.over : data.words.left, Math.abs(left));
    line.classList.toggle('error', left < 0);
  };
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(show, PAUSE);
  });
}
