const nameOf = (link: Element): string | null => link.getAttribute('name') ?? link.getAttribute('id');

/**
 * Word, LibreOffice and Google Docs say footnotes in the same way: a link in the text leads to a link before the words
 * of the note, which leads back.
 */
export function gatherFootnotes(body: HTMLElement, freeLabel: () => string): void {
  const links = [...body.querySelectorAll('a[href^="#"]')];
  // The line that Word draws above the notes.
  for (const line of body.querySelectorAll('hr[width="33%"]')) line.remove();
  const gathered = new Set<Element>();
  for (const mark of links) {
    if (gathered.has(mark) || !nameOf(mark)) continue;
    const target = mark.getAttribute('href')!.slice(1);
    const back = links.find(
      (link) => link !== mark && nameOf(link) === target && link.getAttribute('href') === `#${nameOf(mark)}`,
    );
    if (!back) continue;
    gathered.add(mark).add(back);
    moveNote(body, mark, back, freeLabel());
  }
}

function moveNote(body: HTMLElement, mark: Element, back: Element, label: string): void {
  const note = body.ownerDocument.createElement('sup');
  note.dataset['note'] = label;
  note.textContent = label;
  raised(mark).replaceWith(note);
  const words = noteOf(back);
  raised(back).remove();
  const section = body.ownerDocument.createElement('section');
  section.dataset['note'] = label;
  section.append(...(words.tagName === 'DIV' ? words.childNodes : [words.cloneNode(true)]));
  words.remove();
  body.append(section);
}

/** With the raised letters that are nothing but the mark. */
function raised(link: Element): Element {
  const above = link.closest('sup');
  return above && above.textContent.trim() === link.textContent.trim() ? above : link;
}

/** All that belongs to one note, which has a box of its own in the end; or else its paragraph. */
function noteOf(back: Element): Element {
  const box = back.closest('div[id], div[data-style*="mso-element"]');
  const links = box?.querySelectorAll('a[href^="#"][name], a[href^="#"][id]').length;
  return (links === 1 ? box : undefined) ?? back.closest('p, li, div') ?? back;
}
