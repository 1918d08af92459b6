import './reading/page-tools';
import './terms/tips';
import { countOnReturn } from './notices/unread';

/** For every page: menus that close, terms that are explained, and the current place in view. All of it works without. */
const menus = (): NodeListOf<HTMLDetailsElement> => document.querySelectorAll('details.menu[open]');

document.addEventListener('click', ({ target }) => {
  for (const menu of menus()) if (!menu.contains(target as Node)) menu.open = false;
});

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const menu of menus()) {
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    menu.open = false;
  }
  document.querySelectorAll('.term-tip').forEach((tip) => tip.classList.add('dismissed'));
});

/** A definition put away by Escape comes back when its term is left and visited again. */
for (const leave of ['focusout', 'mouseout'])
  document.addEventListener(leave, ({ target }) => {
    const wrap = (target as Element).closest('.term-wrap');
    wrap?.querySelector('.dismissed')?.classList.remove('dismissed');
  });

countOnReturn();

const nav = document.querySelector('.main-nav');
const here = nav?.querySelector<HTMLElement>('[aria-current]');
if (nav && here) nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
