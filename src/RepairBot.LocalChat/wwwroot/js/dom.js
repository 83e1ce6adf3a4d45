/**
 * Makes an element. Text is always set as text, never parsed as markup, so nothing a person writes can become a tag.
 * @param {string} tag
 * @param {Object<string, *>} [attributes] `on…` adds a listener; null, undefined and false are left out; true is an empty value
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

let ids = 0;

/** @returns {string} an id no other element of the page has; the page may show two panels with the same parts */
export const freshId = () => `e${++ids}`;

/**
 * Calls `step` now and then every `ms` until it returns false or the element has left the page.
 * @param {HTMLElement} element
 * @param {number} ms
 * @param {() => (boolean|void)} step
 */
export function whileShown(element, ms, step) {
  let wasShown = false;
  const timer = setInterval(tick, ms);
  function tick() {
    if (wasShown && !element.isConnected) clearInterval(timer);
    else if (step() === false) clearInterval(timer);
    wasShown ||= element.isConnected;
  }
  tick();
}
