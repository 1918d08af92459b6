/** Changes the page; what stands below the change, such as the text being written, stays where it is on the screen. */
export function keepBelow(change: () => void): void {
  const page = document.querySelector('.live-page > section')!;
  const before = page.getBoundingClientRect().bottom;
  change();
  scrollBy({ top: page.getBoundingClientRect().bottom - before, behavior: 'instant' });
}

/** For moves that the reader asked for. */
export function goTo(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' });
  focusOn(element);
}

export function focusOn(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
