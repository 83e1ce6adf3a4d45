import { el } from './dom.js';
import { itemOf } from './message.js';
import { dayOf } from './times.js';

/** One person's messages, oldest first. Takes them in any order and as often as they come. */
export class Feed {
  #entries = new Map();
  #pinned = true;

  /** @param {HTMLElement} panel @param {object} context passed to each message */
  constructor(panel, context) {
    this.context = context;
    this.list = panel.querySelector('.feed');
    this.scroller = panel.querySelector('.scroller');
    this.below = panel.querySelector('.below');
    this.announcer = panel.querySelector('.announcer');
    this.below.addEventListener('click', () => { this.#toEnd(); this.scroller.focus({ preventScroll: true }); });
    this.scroller.addEventListener('scroll', () => this.#notePlace(), { passive: true });
    // Whoever reads the end stays at the end when a picture arrives, the box below grows or the window turns.
    const sizes = new ResizeObserver(() => this.#pinned && this.#toEnd());
    sizes.observe(this.list);
    sizes.observe(this.scroller);
  }

  /** The newest `seq` on screen; 0 when there is none. */
  get seq() {
    return Math.max(0, ...[...this.#entries.values()].map(({ message }) => message.seq));
  }

  get isEmpty() {
    return this.list.childElementCount === 0;
  }

  /** @returns {object|undefined} the newest message that offers help, with that action */
  get help() {
    const offering = [...this.list.children].map(item => this.#entries.get(item.dataset.id).message).findLast(message => safetyOf(message));
    return offering && { message: offering, action: safetyOf(offering) };
  }

  /**
   * @param {object[]} messages
   * @param {{ own?: boolean, typed?: boolean, quiet?: boolean }} [turn] own: this person's press or text brought them;
   *   typed: in the composer, where the focus stays; quiet: nothing new to tell, as on loading
   * @returns {boolean} whether anything changed
   */
  take(messages, { own = false, typed = false, quiet = false } = {}) {
    const changed = messages.toSorted((a, b) => a.seq - b.seq).filter(message => this.#put(message));
    if (changed.length === 0) return false;
    this.#arrange();
    const shown = changed.filter(message => !message.removed).map(message => this.#entries.get(message.id));
    const fresh = shown.filter(({ known }) => !known);
    const told = fresh.length > 0 || !own ? fresh : shown;
    const focused = own && !typed ? this.#focusNext(told) : undefined;
    if (!quiet) this.#announce(told.filter(entry => entry !== focused && entry.message.from !== this.context.person));
    if (own || this.#pinned) this.#reveal(told.at(quiet ? -1 : 0)?.item);
    else if (fresh.length > 0) this.below.hidden = false;
    return true;
  }

  #put(message) {
    const old = this.#entries.get(message.id);
    if (old && old.message.seq >= message.seq) return false;
    const entry = { message, known: !!old, item: message.removed ? undefined : itemOf(message, this.context) };
    this.#entries.set(message.id, entry);
    if (old?.item && entry.item) this.#swap(old.item, entry.item);
    else if (old?.item) this.#drop(old.item);
    else if (entry.item) this.#insert(entry);
    return true;
  }

  #insert({ item, message }) {
    const at = Date.parse(message.at);
    const before = [...this.list.children].findLast(other => Date.parse(this.#entries.get(other.dataset.id).message.at) <= at);
    if (before) before.after(item);
    else this.list.prepend(item);
  }

  #swap(old, item) {
    const focused = old.contains(document.activeElement) && document.activeElement.dataset.action;
    old.replaceWith(item);
    if (focused) item.querySelector(`[data-action="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  // Nothing is left in its place: whoever hides or deletes something wants no trace of it on screen.
  #drop(item) {
    const hadFocus = item.contains(document.activeElement);
    item.remove();
    if (hadFocus) this.scroller.focus({ preventScroll: true });
  }

  /** Days between messages; and only the newest question and the newest check-in, while open, have their choices unfolded. */
  #arrange() {
    const newest = new Map();
    let day;
    for (const item of this.list.children) {
      const { message } = this.#entries.get(item.dataset.id);
      if (message.actions.length > 0) newest.set(message.kind, item);
      item.querySelector(':scope > .day')?.remove();
      const own = dayOf(Date.parse(message.at));
      if (own !== day) item.prepend(el('p', { class: 'day' }, own));
      day = own;
    }
    for (const item of this.list.children) {
      const { kind, actions } = this.#entries.get(item.dataset.id).message;
      const forward = actions.filter(({ role }) => role === 'forward');
      const over = forward.length > 0 && forward.every(({ disabled }) => disabled);
      const earlier = over || (kind === 'question' || kind === 'check-in') && newest.get(kind) !== item;
      if (earlier !== item.classList.contains('earlier')) this.#fold(item, earlier);
    }
  }

  #fold(item, earlier) {
    item.classList.toggle('earlier', earlier);
    const choices = item.querySelector('.choices');
    if (!choices) return;
    choices.open = !earlier;
    const chosen = this.context.chosen.get(item.dataset.id);
    choices.querySelector('summary').textContent = chosen ? `Earlier choices. You chose: ${chosen}` : 'Earlier choices';
  }

  #focusNext(entries) {
    const next = entries.findLast(({ item }) => item.querySelector('.forward'));
    const target = next?.item.querySelector('.forward :is(button, input, select, summary):not(:disabled)');
    target?.focus({ preventScroll: true });
    return target ? next : undefined;
  }

  #announce(entries) {
    if (entries.length === 0) return;
    const words = entries.map(({ item }) => [...item.querySelectorAll('.label, .tag, .text, .card')].map(part => part.innerText).filter(Boolean).join('. '));
    this.announcer.textContent = '';
    requestAnimationFrame(() => { this.announcer.textContent = `RepairBot: ${words.join('. ')}`; });
  }

  #notePlace() {
    this.#pinned = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 48;
    if (this.#pinned) this.below.hidden = true;
  }

  #toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  // To the end, but never past the start of what is new.
  #reveal(item) {
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    const ahead = item ? item.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - 8 : end;
    this.scroller.scrollTop = Math.min(end, this.scroller.scrollTop + ahead);
    this.#notePlace();
  }
}

const safetyOf = message => message.actions.find(({ role, disabled }) => role === 'safety' && !disabled);
