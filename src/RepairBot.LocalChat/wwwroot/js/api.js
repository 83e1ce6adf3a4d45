/** The server answered, and said no: an RFC 9457 problem. */
export class Problem extends Error {
  /** @param {number} status @param {string} [detail] @param {number} [retryAfter] seconds */
  constructor(status, detail, retryAfter) {
    super(detail ?? '');
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** No answer came, so nobody knows whether the server has heard. */
export class Unreachable extends Error {}

const pauses = [500, 1000, 2000, 4000];
const patience = 15_000;

// Posts that nobody knows the fate of, by what they say. Pressing again reuses the key, so that a post
// the server had heard after all makes no second turn.
const unsettled = new Map();

async function call(method, path, body) {
  const headers = body && { 'Content-Type': 'application/json' };
  let response, answer;
  try {
    response = await fetch(path, { method, body, headers, cache: 'no-store', signal: AbortSignal.timeout(patience) });
    answer = response.ok ? await response.json() : await response.json().catch(() => ({}));
  } catch {
    throw new Unreachable();
  }
  if (response.ok) return answer;
  throw new Problem(response.status, answer.detail ?? answer.title, Number(response.headers.get('Retry-After')) || undefined);
}

/** @param {string} path @returns {Promise<object>} one try; throws `Problem` or `Unreachable` */
export const get = path => call('GET', path);

/** @param {string} path @param {object} body @returns {Promise<object>} one try, for what has no key and so must not be repeated */
export const postOnce = (path, body) => call('POST', path, JSON.stringify(body));

/**
 * Posts with a fresh key and, while no answer comes, again with the same one.
 * @param {string} path
 * @param {object} body
 * @param {(attempt: number, of: number) => void} [onRetry] called before each new try
 * @returns {Promise<object>} throws `Problem` or `Unreachable`
 */
export async function post(path, body, onRetry = () => {}) {
  const says = path + JSON.stringify({ ...body, seen: undefined });
  const key = unsettled.get(says) ?? crypto.randomUUID();
  unsettled.set(says, key);
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await call('POST', path, JSON.stringify({ ...body, key }));
      unsettled.delete(says);
      return answer;
    } catch (fault) {
      if (!worthAnotherTry(fault)) unsettled.delete(says);
      if (!worthAnotherTry(fault) || attempt === pauses.length) throw fault;
      onRetry(attempt + 2, pauses.length + 1);
      await new Promise(resolve => setTimeout(resolve, Math.min(10_000, (fault.retryAfter ?? 0) * 1000) || pauses[attempt]));
    }
  }
}

const worthAnotherTry = fault => fault instanceof Unreachable || fault.status === 429 || fault.status >= 500;

/**
 * New messages have come: what became of earlier posts shows in them, so the same words from now on are new words.
 * @param {string} path the start of the paths to forget
 */
export function settle(path) {
  for (const says of unsettled.keys()) if (says.startsWith(path)) unsettled.delete(says);
}

const plain = {
  400: 'That could not be understood. What you typed is still here.',
  403: 'This page may only be used from the computer it runs on.',
  404: 'That is not here any more.',
  409: 'That question has already moved on.',
  413: 'That is too long: up to 4,000 characters fit. What you typed is still here.',
  429: 'That was a lot at once. Please wait a moment and try again.',
};

/** @param {Error} fault @returns {string} the same in plain words */
export function inWords(fault) {
  if (fault instanceof Unreachable) return 'The bot can’t be reached just now. Nothing you typed is lost. Try again when it is running.';
  if (!(fault instanceof Problem)) throw fault;
  return fault.message || plain[fault.status] || 'Something went wrong on the bot’s side. Nothing you typed is lost. Please try again.';
}
