import { el, freshId } from './dom.js';
import { openForm } from './dialog.js';
import { rendered } from './markdown.js';

/**
 * The controls of one message, in the order that asks least: forward, other, moves, help.
 * @param {object} message design §7
 * @param {{ press: Function, help: Function, chosen: Map<string, string> }} context the panel this is shown in
 * @param {string} labelledBy id of the question's text
 * @returns {HTMLElement|undefined}
 */
export function actionsOf(message, context, labelledBy) {
  if (message.actions.length === 0) return undefined;
  const act = actor(message, context);
  const row = (name, ...roles) => {
    const actions = message.actions.filter(({ role }) => roles.includes(role));
    if (actions.length === 0) return undefined;
    const buttons = actions.filter(({ kind }) => kind !== 'select').length;
    const sorted = actions.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
    return el('div', { class: `row ${name}${buttons > 2 ? ' many' : ''}` }, ...sorted.map(action => controlFor(action, message, act, actions)));
  };
  // A question that was answered keeps its choices, as on Discord, but folded, so that one question at a time is in view.
  return el('details', { class: 'choices', open: true },
    el('summary', {}, 'Earlier choices'),
    el('div', { role: 'group', 'aria-labelledby': labelledBy },
      row('forward', 'forward'), row('other', 'other'), row('moves', 'move', 'safety')));
}

/** One press of a message at a time: a double tap is one answer. Help never waits for one. */
function actor(message, context) {
  let busy = false;
  return async (action, chosen, { values = [], fields = {} } = {}, ways = {}) => {
    if (action.role === 'safety') return context.help({ message, action });
    if (busy) return;
    busy = true;
    try {
      context.chosen.set(message.id, chosen);
      if (!await context.press(message, action, { values, fields }, ways)) context.chosen.delete(message.id);
    } finally {
      busy = false;
    }
  };
}

function controlFor(action, message, act, siblings) {
  if (action.kind === 'select') return selectFor(action, act);
  if (action.kind === 'form') return buttonFor(action, siblings, { 'aria-haspopup': 'dialog' }, () => openFormOf(action, message, act));
  return buttonFor(action, siblings, {}, () => act(action, action.label));
}

function buttonFor(action, siblings, more, press) {
  return el('button', {
    type: 'button', class: looksOf(action, siblings), disabled: action.disabled, 'data-testid': 'action', 'data-action': action.name,
    'data-role': action.role, onclick: press, ...more,
  }, action.label);
}

function looksOf({ role, style, label }, siblings) {
  if (role === 'safety') return 'safety';
  if (role === 'move') return 'quiet';
  const number = /^\d+$/.test(label) ? ' number' : '';
  const alone = siblings.filter(sibling => sibling.role === 'forward').length === 1;
  return (style ?? (role === 'forward' ? (alone ? 'primary' : 'choice') : 'secondary')) + number;
}

function openFormOf(action, message, act) {
  const safety = message.actions.find(({ role }) => role === 'safety');
  openForm({
    title: action.label,
    intro: rendered(message.text),
    fields: action.fields ?? [],
    key: `${message.id}/${action.name}`,
    help: safety && (() => act(safety, safety.label)),
    send: (fields, say, settled) => act(action, action.label, { fields }, { also: say, settled }),
  });
}

function selectFor(action, act) {
  const options = action.options ?? [];
  const max = action.max ?? 1;
  if (max === 1 && action.role !== 'move' && options.length > 1 && options.every(({ value }) => /^\d+$/.test(value))) return ratingFor(action, options, act);
  return max === 1 && (options.length > 8 || action.role === 'move') ? menuFor(action, options, act) : boxesFor(action, options, act, max);
}

const marks = (action, kind) => ({ class: kind, disabled: action.disabled, 'data-testid': 'select', 'data-action': action.name, 'data-role': action.role });

function ratingFor(action, options, act) {
  const [first, last] = [options[0], options.at(-1)];
  return el('fieldset', marks(action, 'rating'),
    el('legend', {}, action.label),
    el('div', { class: 'numbers' }, ...options.map(({ value, label }) => el('button', {
      type: 'button', class: 'number', value, 'data-testid': 'option', 'aria-label': label === value ? undefined : label,
      onclick: () => act(action, label, { values: [value] }),
    }, value))),
    (first.label !== first.value || last.label !== last.value)
      && el('p', { class: 'ends', 'aria-hidden': 'true' }, el('span', {}, first.label), el('span', {}, last.label)));
}

function menuFor(action, options, act) {
  const menu = el('select', { id: freshId(), 'data-testid': 'menu' }, el('option', { value: '' }, 'Choose …'),
    ...options.map(({ value, label }) => el('option', { value }, label)));
  return el('form', { class: 'menu', onsubmit: confirm },
    el('fieldset', marks(action, 'plain'), el('label', { for: menu.id }, action.label), menu,
      el('button', { type: 'submit', class: action.role === 'move' ? 'quiet' : 'primary', 'data-testid': 'confirm' }, 'Continue')));

  function confirm(event) {
    event.preventDefault();
    if (menu.value === '' && (action.min ?? 1) > 0) menu.focus();
    else act(action, menu.selectedOptions[0].label, { values: menu.value === '' ? [] : [menu.value] });
  }
}

function boxesFor(action, options, act, max) {
  const [name, hintId] = [freshId(), freshId()];
  const min = action.min ?? 1;
  const hint = el('p', { class: 'hint', id: hintId, role: 'status' }, hintOf(min, max, options.length));
  const boxes = options.map(({ value }) => el('input', { type: max === 1 && min === 1 ? 'radio' : 'checkbox', name, value, 'data-testid': 'option' }));
  return el('form', { class: 'boxes', onsubmit: confirm },
    el('fieldset', { ...marks(action, options.length > 8 ? 'chips' : 'list'), 'aria-describedby': hintId },
      el('legend', {}, action.label), hint,
      el('div', { class: 'options' }, ...boxes.map((box, i) => el('label', {}, box, el('span', {}, options[i].label)))),
      el('button', { type: 'submit', class: 'primary', 'data-testid': 'confirm' }, 'Continue')));

  function confirm(event) {
    event.preventDefault();
    const chosen = options.filter((_, i) => boxes[i].checked);
    if (chosen.length < min || chosen.length > max) {
      hint.textContent = `${chosen.length === 0 ? 'Nothing is' : `${chosen.length} are`} chosen. ${hintOf(min, max, options.length) || 'Please choose one.'}`;
      hint.classList.add('error');
      (boxes.find(box => box.checked) ?? boxes[0]).focus();
    } else {
      act(action, chosen.map(({ label }) => label).join(', '), { values: chosen.map(({ value }) => value) });
    }
  }
}

function hintOf(min, max, count) {
  if (max === 1) return min === 0 ? 'Choose one, or none.' : '';
  if (min === max) return `Choose ${min}.`;
  if (max >= count) return min > 1 ? `Choose ${min} or more.` : 'Choose as many as fit.';
  return min > 1 ? `Choose ${min} to ${max}.` : `Choose up to ${max}.`;
}
