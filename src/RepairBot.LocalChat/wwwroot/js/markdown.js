import { el } from './dom.js';

const inlines = /\\([\\`*_~|>#-])|`([^`]+)`|\*\*(.+?)\*\*|\*(\S(?:[^*]*?\S)?)\*|(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/g;

/** The few marks Discord and this page both know: **bold**, *italic*, `code`, addresses. Everything else stays text. */
function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(inlines)) {
    const [whole, escaped, code, bold, italic, address] = match;
    if (match.index > from) nodes.push(text.slice(from, match.index));
    if (escaped) nodes.push(escaped);
    else if (code) nodes.push(el('code', {}, code));
    else if (bold) nodes.push(el('strong', {}, ...inline(bold)));
    else if (italic) nodes.push(el('em', {}, ...inline(italic)));
    else nodes.push(el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address));
    from = match.index + whole.length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

const withBreaks = lines => lines.flatMap((line, i) => i === 0 ? inline(line) : [el('br'), ...inline(line)]);

const kindOf = line => line.startsWith('> ') || line === '>' ? 'quote' : /^[-•] /.test(line) ? 'list' : line.trim() === '' ? 'gap' : 'text';

/**
 * @param {string} text what the bot says
 * @returns {HTMLElement[]} paragraphs, quotes and lists
 */
export function rendered(text) {
  const blocks = [];
  for (const line of text.split(/\r?\n/)) {
    const kind = kindOf(line);
    if (blocks.at(-1)?.kind !== kind) blocks.push({ kind, lines: [] });
    blocks.at(-1).lines.push(kind === 'quote' || kind === 'list' ? line.slice(2) : line);
  }
  return blocks.filter(block => block.kind !== 'gap').map(({ kind, lines }) =>
    kind === 'quote' ? el('blockquote', {}, ...withBreaks(lines))
      : kind === 'list' ? el('ul', {}, ...lines.map(line => el('li', {}, ...inline(line))))
        : el('p', {}, ...withBreaks(lines)));
}

/** @param {string} text what a person typed: shown as it is, with its line breaks @returns {HTMLElement[]} */
export const verbatim = text => [el('p', { class: 'verbatim' }, text)];
