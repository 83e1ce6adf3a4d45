import { el, freshId } from './dom.js';
import { leave } from './leave.js';

// What was typed and not sent yet lives here, in memory, for as long as the page does, and nowhere else.
const drafts = new Map();

/**
 * Opens a form in a modal dialog. Closing it keeps what was typed; only `close` from `send` forgets it.
 * @param {object} form
 * @param {string} form.title
 * @param {HTMLElement[]} [form.intro] what the form answers
 * @param {{ id: string, label: string, multiline?: boolean, required?: boolean, minLength?: number, maxLength?: number,
 *   value?: string, check?: (value: string) => (string|undefined) }[]} form.fields
 * @param {string} form.key under which the draft is kept
 * @param {string} [form.confirm] the sending button's label
 * @param {() => void} [form.help] what "Help now" does here, where a modal dialog covers the page's own
 * @param {(values: Object<string, string>, say: (text: string) => void, close: () => void) => Promise<*>} form.send
 */
export function openForm({ title, intro = [], fields, key, confirm = 'Send', help, send }) {
  const titleId = freshId();
  const status = el('p', { class: 'status', role: 'status' });
  const inputs = fields.map(field => inputFor(field, `${key}/${field.id}`, fields.length > 1));
  const submit = el('button', { type: 'submit', class: 'primary', 'data-testid': 'dialog-send' }, confirm);
  const dialog = el('dialog', { class: 'sheet', 'aria-labelledby': titleId, 'data-testid': 'dialog', onclose: () => dialog.remove() },
    el('form', { novalidate: true, autocomplete: 'off', onsubmit: trySending },
      el('div', { class: 'sheet-head' },
        el('h2', { id: titleId }, title),
        el('a', { class: 'leave', href: '/blank.html', onclick: leave }, 'Leave quickly')),
      intro.length > 0 && el('div', { class: 'sheet-intro' }, ...intro),
      ...inputs.map(input => input.element),
      status,
      el('div', { class: 'sheet-foot' },
        submit,
        el('button', { type: 'button', class: 'secondary', 'data-testid': 'dialog-close', onclick: () => dialog.close() }, 'Close'),
        help && el('button', { type: 'button', class: 'safety', onclick: () => { dialog.close(); help(); } }, 'Help now')),
      el('p', { class: 'small' }, 'Closing keeps what you typed for as long as this page is open.')));

  let sending = false;
  async function trySending(event) {
    event.preventDefault();
    const wrong = inputs.filter(input => !input.isFine());
    wrong[0]?.focus();
    if (sending || wrong.length > 0) return;
    sending = true;
    submit.setAttribute('aria-disabled', 'true');
    const values = Object.fromEntries(inputs.map(input => [input.id, input.value()]));
    await send(values, text => { status.textContent = text; }, () => {
      inputs.forEach(input => input.forget());
      dialog.close();
    });
    submit.removeAttribute('aria-disabled');
    sending = false;
  }

  document.body.append(dialog);
  dialog.showModal();
  inputs[0]?.focus();
}

function inputFor({ id, label, multiline, required, minLength = 0, maxLength, value = '', check }, key, oneOfMany) {
  const [inputId, countId, errorId] = [freshId(), freshId(), freshId()];
  const error = el('p', { class: 'error', id: errorId });
  const count = el('p', { class: 'count', id: countId });
  const box = el(multiline ? 'textarea' : 'input', {
    id: inputId, name: id, rows: multiline && 6, type: !multiline && 'text', autocomplete: 'off', 'aria-required': String(!!required),
    'aria-describedby': `${errorId} ${countId}`, 'data-testid': `field-${id}`, oninput: () => { drafts.set(key, box.value); tell(); },
  });
  box.value = drafts.get(key) ?? value;

  // No maxlength attribute: it would silently cut what somebody pastes.
  const over = () => maxLength ? Math.max(0, box.value.length - maxLength) : 0;
  const fault = () => {
    if (required && box.value.trim() === '') return 'Please write something here.';
    if (box.value !== '' && box.value.trim().length < minLength) return `Please write at least ${minLength} characters.`;
    if (over() > 0) return `This is ${over()} characters too long.`;
    return check?.(box.value);
  };
  const tell = (fully = false) => {
    count.textContent = maxLength ? `${box.value.length} of ${maxLength} characters` : '';
    const says = fully || box.getAttribute('aria-invalid') === 'true' || over() > 0 ? fault() : undefined;
    error.textContent = says ?? '';
    box.setAttribute('aria-invalid', String(says !== undefined));
    return says === undefined;
  };
  tell();

  return {
    id,
    element: el('div', { class: 'field' },
      el('label', { for: inputId }, label, oneOfMany && !required && el('span', { class: 'optional' }, ' (optional)')),
      box, el('div', { class: 'field-foot' }, error, count)),
    value: () => box.value,
    focus: () => box.focus(),
    isFine: () => tell(true),
    forget: () => drafts.delete(key),
  };
}
