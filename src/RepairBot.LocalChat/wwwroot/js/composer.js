import { suggested } from './commands.js';
import { el, freshId } from './dom.js';

// On a touch keyboard Enter makes a new line, as people expect there; the Send button is beside the thumb.
const hasKeyboard = matchMedia('(hover: hover) and (pointer: fine)');

// Unsent text by person, in memory only: this may be a shared machine.
const drafts = new Map();

/** The box to type in, with the list of commands that opens on a slash. */
export class Composer {
  #active = -1;
  #sending = false;

  /** @param {HTMLElement} panel @param {string} person @param {{ send: (text: string) => Promise<boolean>, say: (text: string) => void }} way */
  constructor(panel, person, { send, say }) {
    this.person = person;
    this.send = send;
    this.say = say;
    this.form = panel.querySelector('.composer');
    this.box = this.form.querySelector('textarea');
    this.list = this.form.querySelector('.suggestions');
    this.list.id = freshId();
    this.box.setAttribute('aria-controls', this.list.id);
    this.#set(drafts.get(person) ?? '');
    this.form.addEventListener('submit', event => { event.preventDefault(); this.#submit(); });
    this.form.querySelector('.slash').addEventListener('click', () => this.#toggle());
    this.form.addEventListener('focusout', event => { if (!this.form.contains(event.relatedTarget)) this.#show([]); });
    this.box.addEventListener('input', () => { drafts.set(person, this.box.value); this.#show(suggested(this.box.value)); });
    for (const part of [this.box, this.list]) part.addEventListener('keydown', event => this.#key(event));
    // Before the click can take the focus, and with it the list, away.
    this.list.addEventListener('pointerdown', event => event.preventDefault());
    this.list.addEventListener('click', event => this.#accept(event.target.closest('[role=option]')));
  }

  async #submit() {
    const text = this.box.value;
    if (text.trim() === '') this.box.focus();
    if (text.trim() === '' || this.#sending) return;
    if (text.length > 4000) return this.say(`This is ${text.length - 4000} characters too long to send at once. You can send it in two parts.`);
    this.#show([]);
    this.#sending = true;
    try {
      // What was typed meanwhile stays.
      if (await this.send(text)) this.#set(this.box.value.startsWith(text) ? this.box.value.slice(text.length) : this.box.value);
    } finally {
      this.#sending = false;
    }
  }

  #set(text) {
    this.box.value = text;
    drafts.set(this.person, text);
  }

  #key(event) {
    const options = [...this.list.children];
    const next = { ArrowDown: this.#active + 1, ArrowUp: Math.max(this.#active, 0) - 1 }[event.key];
    if (options.length > 0 && next !== undefined) {
      event.preventDefault();
      this.#highlight((next + options.length) % options.length);
    } else if (event.key === 'Escape' && options.length > 0) {
      this.#show([]);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      if (this.#active >= 0) this.#accept(options[this.#active]);
      else if (hasKeyboard.matches) this.#submit();
      else return;
      event.preventDefault();
    }
  }

  #toggle() {
    if (!this.list.hidden) return this.#show([]);
    if (this.box.value.trim() === '') this.#set('/');
    this.box.focus();
    this.#show(suggested(this.box.value.startsWith('/') ? this.box.value : '/'));
  }

  #show(commands) {
    const opens = this.list.hidden && commands.length > 0;
    this.list.replaceChildren(...commands.map(({ name, says }) => el('li', { role: 'option', id: freshId(), 'data-command': name, 'aria-selected': 'false' },
      el('span', { class: 'command' }, `/${name}`), ' ', el('span', { class: 'says' }, says))));
    this.list.hidden = commands.length === 0;
    this.#highlight(-1);
    if (opens) this.say(`${commands.length} commands. Choose with the arrow keys and Enter, or go on typing.`, true);
  }

  #highlight(index) {
    this.#active = index;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = this.list.children[index];
    option?.scrollIntoView({ block: 'nearest' });
    for (const part of [this.box, this.list]) part.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  #accept(option) {
    if (!option) return;
    this.#set(`/${option.dataset.command} `);
    this.#show([]);
    this.box.focus();
  }
}
