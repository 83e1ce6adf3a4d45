import { get, inWords, post, settle } from './api.js';
import { commandIn } from './commands.js';
import { Composer } from './composer.js';
import { el } from './dom.js';
import { Feed } from './feed.js';

const between = 1500;
const betweenFailures = 5000;

/** One person's side of the conversation: their messages, their controls, their box to type in. */
export class Panel {
  #after = 0;
  #loaded = false;
  #failures = 0;
  #timer;
  #polling = false;
  #posting = 0;
  #stopped = false;
  #turns = Promise.resolve();

  /**
   * @param {string} person
   * @param {{ people: string[], choose: (person: string) => void, turned: () => void }} page choose: another person is
   *   wanted here, "" for one to be named; turned: a turn was made, so others may have messages too
   */
  constructor(person, { people, choose, turned }) {
    this.person = person;
    this.turned = turned;
    this.path = `/api/people/${person}/`;
    this.element = document.getElementById('panel-template').content.firstElementChild.cloneNode(true);
    const part = selector => this.element.querySelector(selector);
    this.status = part('.status');
    this.welcome = part('.welcome');
    this.element.dataset.person = person;
    this.element.setAttribute('aria-label', `${person}’s conversation`);
    part('h2').textContent = `${person}’s conversation`;
    part('.scroller').setAttribute('aria-label', `Messages for ${person}`);
    this.who = part('.who select');
    this.who.append(...people.map(name => el('option', { value: name }, name)), el('option', { value: '' }, 'Another name …'));
    this.who.value = person;
    this.who.addEventListener('change', () => { const chosen = this.who.value; this.who.value = person; choose(chosen); });

    const help = asked => this.#help(asked);
    this.feed = new Feed(this.element, {
      person, help, chosen: new Map(),
      press: (message, action, given, ways) => this.#turn('actions', { message: message.id, action: action.id, ...given }, ways),
    });
    new Composer(this.element, person, { send: text => this.#typed(text), say: (text, aside) => aside ? this.#aside(text) : this.say(text) });
    part('.panel-head .safety').addEventListener('click', () => help());
    part('.welcome button').addEventListener('click', () => this.#turn('commands', { name: 'repair start', options: {} }));
  }

  /** Shows new messages now, and from now on while the page is in view. */
  async poll() {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#polling || document.hidden) return;
    this.#polling = true;
    // Someone who has not said anything yet is nobody yet.
    const answer = await get(`${this.path}messages?after=${this.#after}`).catch(fault => fault.status === 404 ? { messages: [] } : undefined);
    this.#polling = false;
    if (this.#stopped) return;
    // What a turn of one's own brings is shown as its answer, so that the focus can move along; it comes again if it must.
    if (answer && this.#posting === 0) this.#take(answer);
    this.#connected(!!answer);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.poll(), this.#failures > 0 ? betweenFailures : between);
  }

  #take({ seq = 0, messages }) {
    this.#after = Math.max(this.#after, seq, ...messages.map(message => message.seq));
    if (this.feed.take(messages, { quiet: !this.#loaded })) settle(this.path);
  }

  /** Ends polling; the panel is not used again. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** @param {string} text shown above the box, politely announced; "" takes it away */
  say(text) {
    this.status.textContent = text;
  }

  #aside(text) {
    this.feed.announcer.textContent = text;
  }

  #connected(well) {
    if (well && this.#failures > 1) this.say('Connected again.');
    this.#failures = well ? 0 : this.#failures + 1;
    if (this.#failures === 2) this.say('Not connected. Trying again; nothing is lost.');
    this.#loaded ||= well;
    this.welcome.hidden = !this.#loaded || !this.feed.isEmpty;
  }

  #typed(text) {
    if (!text.startsWith('/')) return this.#turn('texts', { text, seen: this.feed.seq }, { typed: true });
    return this.#turn('commands', commandIn(text), { typed: true });
  }

  /**
   * Help waits for no other turn and never ends in "that has moved on": where a question's own help is refused, the
   * command always works. While no answer comes, what needs no bot is said at once.
   */
  async #help({ message, action } = this.feed.help ?? {}) {
    const ways = { say: text => this.say(text && 'The bot is not answering. If you are in danger, call your local emergency number now.') };
    return message && await this.#post('actions', { message: message.id, action: action.id, values: [], fields: {} }, ways)
      || this.#post('commands', { name: 'notsafe', options: {} }, ways);
  }

  /** Turns are sent one after the other, in the order they were made. */
  #turn(what, body, ways) {
    const turn = this.#turns.then(() => this.#post(what, body, ways));
    this.#turns = turn.catch(() => {});
    return turn;
  }

  async #post(what, body, { say = text => this.say(text), also = () => {}, settled = () => {}, typed = false } = {}) {
    const tell = text => { say(text); also(text); };
    tell('');
    this.#posting++;
    try {
      const answer = await post(this.path + what, body, (attempt, of) => tell(`No answer yet. Trying again (${attempt} of ${of}). What you typed is kept.`));
      tell('');
      settled();
      // The place to poll from stays: between this turn's messages there may be some that others caused.
      this.feed.take(answer.messages, { own: true, typed });
      this.#connected(true);
      return true;
    } catch (fault) {
      tell(inWords(fault));
      return false;
    } finally {
      this.#posting--;
      this.turned();
    }
  }
}
