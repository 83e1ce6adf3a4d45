import { el, whileShown } from './dom.js';
import { now } from './clock.js';
import { leftOf, timeOf } from './times.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * A circle to breathe with. Words and circle come from the message's instants and the bot's clock alone,
 * so that two tabs, and a tab opened late, breathe together.
 * @param {{ at: string, until?: string, pace: { in: number, out: number } }} message seconds in and out
 * @returns {HTMLElement}
 */
export function pacer({ at, until, pace }) {
  const [start, end] = [Date.parse(at), until ? Date.parse(until) : Infinity];
  const cycle = (pace.in + pace.out) * 1000;
  const disc = el('div', { class: 'disc' });
  const word = el('p', { class: 'word', 'data-testid': 'breath-word' });
  const left = el('p', { class: 'small', 'data-testid': 'breath-left' });
  const stage = el('div', { class: 'stage' }, disc, word);
  const toggle = el('button', { type: 'button', class: 'quiet', 'data-testid': 'breath-toggle', onclick: () => { wanted = !moving(); step(); } });
  const root = el('div', { class: 'breath', 'data-testid': 'breath' }, stage,
    el('p', { class: 'small' }, `In for ${pace.in} seconds, out for ${pace.out}. Ordinary-sized breaths.`), left, toggle);

  let wanted, motion;
  const moving = () => wanted ?? !still.matches;

  function step() {
    const time = now();
    if (time >= end) {
      motion?.cancel();
      root.replaceChildren(el('p', { class: 'small' }, 'The breathing has ended. Take the time you need.'));
      return false;
    }
    const into = Math.max(0, time - start) % cycle;
    show(word, into < pace.in * 1000 ? 'Breathe in' : 'Breathe out');
    show(left, end === Infinity ? '' : `${leftOf(end - time)} left`);
    show(toggle, moving() ? 'Stop the circle' : 'Move the circle');
    keepMotion(into);
    return true;
  }

  function keepMotion(into) {
    stage.classList.toggle('resting', !moving());
    if (!moving()) {
      motion?.cancel();
      motion = undefined;
      return;
    }
    motion ??= disc.animate([
      { transform: 'scale(0.5)', easing: 'ease-in-out' },
      { transform: 'scale(1)', easing: 'ease-in-out', offset: pace.in / (pace.in + pace.out) },
      { transform: 'scale(0.5)' },
    ], { duration: cycle, iterations: Infinity });
    const drift = Math.abs(Number(motion.currentTime) % cycle - into);
    if (drift > 400 && drift < cycle - 400) motion.currentTime = into;
  }

  whileShown(root, 200, step);
  return root;
}

/** @param {string} until an instant @returns {HTMLElement} such as "until 20:10 (12 min)" */
export function countdown(until) {
  const end = Date.parse(until);
  const root = el('p', { class: 'small countdown', 'data-testid': 'countdown' });
  whileShown(root, 1000, () => {
    const over = now() >= end;
    show(root, over ? `until ${timeOf(end)} (over)` : `until ${timeOf(end)} (${leftOf(end - now())})`);
  });
  return root;
}

// Writing the same text again would disturb a screen reader's place and a selection.
function show(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
