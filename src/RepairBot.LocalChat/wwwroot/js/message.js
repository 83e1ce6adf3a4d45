import { actionsOf } from './actions.js';
import { countdown, pacer } from './breathing.js';
import { el, freshId } from './dom.js';
import { rendered, verbatim } from './markdown.js';
import { dayOf, timeOf } from './times.js';

const phases = {
  opening: 'Opening', ownership: 'Ownership', regulation: 'Regulation pause', dialogue: 'Dialogue',
  'follow-through': 'Follow-through', 'check-in': 'Check-in',
};

/**
 * @param {object} message design §7, not removed
 * @param {{ person: string, press: Function, help: Function, chosen: Map<string, string> }} context
 * @returns {HTMLElement} a list item
 */
export function itemOf(message, context) {
  const own = message.from === context.person;
  const [textId, headId] = [freshId(), freshId()];
  const actions = actionsOf(message, context, message.text ? textId : headId);
  return el('li', {
    class: `message ${own ? 'own' : message.kind}`, 'data-testid': 'message', 'data-id': message.id, 'data-seq': message.seq,
    'data-kind': message.kind, 'data-from': own ? 'me' : message.from, 'data-where': message.where, 'data-phase': message.phase, 'data-step': message.step,
  },
  el('div', { class: 'bubble' },
    el('div', { class: 'head', id: headId },
      el('span', { class: 'visually-hidden' }, `${own ? 'You' : message.from === 'bot' ? 'RepairBot' : message.from}: `),
      el('span', { class: 'label', 'data-testid': 'label' }, !own && labelOf(message)),
      message.where === 'only-you' && el('span', { class: 'tag only-you' }, 'Only you can see this'),
      message.late && el('span', { class: 'tag' }, 'Late'),
      message.edited && el('span', { class: 'tag' }, 'Edited'),
      el('time', { datetime: message.at, title: `${dayOf(new Date(message.at))} ${timeOf(new Date(message.at))}` }, timeOf(new Date(message.at)))),
    message.text && el('div', { class: 'text', id: textId, 'data-testid': 'message-text' }, ...(own ? verbatim : rendered)(message.text)),
    message.card && cardOf(message.card),
    message.image && isSafe(message.image.url) && el('img', { src: message.image.url, alt: message.image.alt, 'data-testid': 'image' }),
    message.file && isSafe(message.file.url) && el('p', {}, el('a', { class: 'file', href: message.file.url, download: message.file.name, 'data-testid': 'file' }, `Download ${message.file.name}`)),
    message.pace && pacer(message),
    message.until && !message.pace && countdown(message.until),
    actions));
}

function labelOf({ kind, phase, progress }) {
  const name = kind === 'help-lines' ? 'Help lines' : kind === 'check-in' ? 'Check-in' : phases[phase];
  if (progress) return `${name ?? 'Question'} · step ${progress.at} of about ${progress.of}`;
  return kind === 'note' ? undefined : name ?? 'Question';
}

function cardOf({ title, lines }) {
  const id = freshId();
  return el('section', { class: 'card', 'aria-labelledby': title ? id : undefined, 'data-testid': 'card' },
    title ? el('p', { class: 'card-title', id }, title) : undefined,
    el('dl', {}, ...lines.flatMap(({ name, value }) => [el('dt', {}, name), el('dd', {}, ...rendered(value))])));
}

/** Pictures and files come from this server or inside the message, never from elsewhere. */
function isSafe(url) {
  const { origin, protocol, href } = new URL(url, location.href);
  return origin === location.origin || protocol === 'blob:' || /^data:image\//.test(href);
}
