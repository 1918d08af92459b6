import { counted, data, readData } from './data';
import { drawPost } from './drawn-post';
import type { Position } from './feed';
import { dayKey, dayWords } from './moments';
import { goTo, keepBelow } from './scrolling';
import { part, slot } from './slots';
import { readPage, type Post } from './wire';

/** The end counts as seen when it is this close to the window. Pixels. */
const CLOSE = 64;
const NEWEST = 2_147_483_647;

/** The live posts of the page. New ones never move what is being read, and never take the focus. */
export class Log {
  readonly history = part('history');
  readonly log = part('log');
  private readonly newPosts = document.querySelector<HTMLElement>('[data-action="new-posts"]')!;
  /** Numbers of posts that came while the reader was elsewhere. */
  private unseen: number[] = [];
  private voice = 'polite';
  /** Of new posts only those are read out that call the reader. */
  tellsMentions = false;

  /** @param arrived hears of every post that was drawn, in whatever way */
  constructor(private readonly arrived: (article: HTMLElement) => void) {
    this.newPosts.addEventListener('click', () => this.goToNew());
  }

  /**
   * Brings one post up to date, or adds it at the end.
   * @param mine written here just now: shown wherever the reader is
   * @param alongside changes what stands below in the same breath
   */
  show(post: Post, mine: boolean, alongside: () => void): void {
    const known = this.find(post.id);
    if (known) {
      alongside();
      return this.replace(known, post);
    }
    if (slot('later')) {
      alongside();
      if (mine)
        void this.renew(post.number).then(() => this.find(post.id)?.scrollIntoView({ block: 'center' }));
      else this.tellOf(post.number);
      return;
    }
    if (post.number <= this.lastNumber) return alongside();
    if (mine || this.endInView()) {
      keepBelow(() => {
        alongside();
        this.add(post);
      });
    } else {
      this.add(post).classList.add('new');
      this.tellOf(post.number);
    }
  }

  /** Number of the first post that the reader sees now. */
  get here(): number {
    const seen = [...document.querySelectorAll<HTMLElement>('article.post[data-post]')].find(
      (article) => article.getBoundingClientRect().bottom > 0,
    );
    return Number(seen?.dataset['number'] ?? NEWEST);
  }

  /** Nothing up to this number is new any more. */
  seen(number: number): void {
    this.unseen = this.unseen.filter((each) => each > number);
    this.drawNewPosts();
  }

  /** Throws away what is shown and loads the posts around a number, the newest by default. */
  async renew(number = NEWEST): Promise<Position> {
    const page = await readPage(`${data.base}/threads/${data.thread}?around=${number}`);
    this.quietly(() => {
      this.history.replaceChildren();
      this.log.replaceChildren(...part('log', page).childNodes);
      this.takeLinks(page, ['earlier', 'later']);
    });
    this.seen(NEWEST);
    this.log.querySelectorAll<HTMLElement>('.post').forEach((article) => this.arrived(article));
    const { epoch, last } = readData(page)!;
    return { epoch, last };
  }

  /** Whether new posts are read out. */
  announce(voice: string): void {
    this.tellsMentions = voice === 'mentions';
    this.voice = this.tellsMentions ? 'off' : voice;
    this.log.ariaLive = this.voice;
  }

  /** What changes now is not news and is not read out. */
  quietly(change: () => void): void {
    this.log.ariaLive = 'off';
    change();
    setTimeout(() => (this.log.ariaLive = this.voice), 300);
  }

  /** The ways to more posts, as another page has them. */
  takeLinks(page: Document, names: ('earlier' | 'later')[]): void {
    for (const name of names) {
      slot(name)?.remove();
      const link = slot(name, page);
      if (link && name === 'earlier') this.history.before(link);
      else if (link) this.log.after(link);
    }
  }

  private find(id: string): HTMLElement | null {
    return document.querySelector<HTMLElement>(`[data-post="${id}"]`);
  }

  private get lastNumber(): number {
    return Number(this.last?.dataset['number'] ?? 0);
  }

  private get last(): HTMLElement | null {
    return this.log.querySelector<HTMLElement>('.post:last-of-type');
  }

  private replace(known: HTMLElement, post: Post): void {
    const fresh = drawPost(post);
    const poll = slot('poll', known);
    if (poll) slot('poll', fresh)?.replaceWith(poll);
    const focused = known.contains(document.activeElement)
      ? document.activeElement?.closest<HTMLElement>('[data-slot]')?.dataset['slot']
      : undefined;
    for (const open of known.querySelectorAll<HTMLElement>('details[open][data-slot]'))
      slot(open.dataset['slot']!, fresh)?.setAttribute('open', '');
    this.quietly(() => known.replaceWith(fresh));
    this.arrived(fresh);
    if (focused)
      slot(focused, fresh)?.querySelector<HTMLElement>('a, button, summary')?.focus({ preventScroll: true });
  }

  private add(post: Post): HTMLElement {
    const article = drawPost(post);
    if (this.last?.dataset['day'] !== dayKey(post.publishedAt)) this.log.append(dayLine(post.publishedAt));
    this.log.append(article);
    this.arrived(article);
    return article;
  }

  endInView(): boolean {
    return !document.hidden && this.log.getBoundingClientRect().bottom <= innerHeight + CLOSE;
  }

  private tellOf(number: number): void {
    this.unseen.push(number);
    this.drawNewPosts();
  }

  private drawNewPosts(): void {
    this.newPosts.hidden = this.unseen.length === 0;
    this.newPosts.textContent = counted(data.words.newPosts, this.unseen.length);
  }

  private goToNew(): void {
    const first = Math.min(...this.unseen);
    const article = document.getElementById(`post-${first}`);
    if (!article) return location.assign(`${data.base}/threads/${data.thread}?around=${first}#post-${first}`);
    goTo(article);
    this.seen(NEWEST);
  }
}

function dayLine(moment: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'line-mark';
  line.dataset['dayLine'] = dayKey(moment);
  line.textContent = dayWords(moment);
  return line;
}
