import { Problem, get, inWords, postOnce } from './api.js';
import { whileShown } from './dom.js';
import { dayOf, spanOf, timeOf } from './times.js';

let ahead = 0;

/** @returns {number} the bot's time in milliseconds: the browser's own, plus what the bot's clock was moved */
export const now = () => Date.now() + ahead;

/** The panel that shows the bot's clock and moves it. Hidden where the bot has no clock of its own. */
export class ClockPanel {
  #next;
  #busy = false;

  /** @param {HTMLElement} root @param {() => void} moved called when due messages may have come */
  constructor(root, moved) {
    this.root = root;
    this.moved = moved;
    this.label = root.querySelector('.clock-now');
    this.says = root.querySelector('.clock-next');
    this.toNext = root.querySelector('[data-advance=next]');
    root.addEventListener('click', event => {
      const by = event.target.dataset.advance;
      if (by && event.target.getAttribute('aria-disabled') !== 'true') this.#advance(by);
    });
    whileShown(root, 1000, () => this.#tick());
  }

  /** Asks for the bot's time and its next reminder. */
  async refresh() {
    try {
      this.#take(await timed(() => get('/api/clock')));
      this.root.hidden = false;
    } catch (fault) {
      if (fault instanceof Problem) this.root.hidden = true;
    }
  }

  async #advance(by) {
    if (this.#busy) return;
    this.#busy = true;
    try {
      if (by === 'next') await this.refresh();
      const advance = by === 'next' ? `PT${Math.max(0, Math.ceil((this.#next - now()) / 1000))}S` : by;
      this.#take(await timed(() => postOnce('/api/clock', { advance })));
      this.moved();
    } catch (fault) {
      this.says.textContent = inWords(fault);
    } finally {
      this.#busy = false;
    }
  }

  #take({ answer, at }) {
    ahead = Date.parse(answer.now) - at;
    this.#next = answer.next ? Date.parse(answer.next) : undefined;
    const says = this.#next ? `Next reminder: ${dayOf(this.#next)} ${timeOf(this.#next)}` : 'No reminder is waiting.';
    if (this.says.textContent !== says) this.says.textContent = says;
    this.toNext.setAttribute('aria-disabled', String(!this.#next));
    this.#tick();
  }

  #tick() {
    const span = spanOf(ahead);
    const text = `Clock: ${dayOf(now())} ${timeOf(now())}${span && ` (moved ${ahead < 0 ? '−' : '+'}${span})`}`;
    if (this.label.textContent !== text) this.label.textContent = text;
  }
}

/** An answer with the browser's time halfway through asking for it. */
async function timed(ask) {
  const asked = Date.now();
  const answer = await ask();
  return { answer, at: (asked + Date.now()) / 2 };
}
