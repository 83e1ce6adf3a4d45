// The page's words are English, so its dates are too; the zone is the reader's own.
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** @param {number|Date} instant @returns {string} such as "Sat 21 Nov" */
export const dayOf = instant => day.format(instant).replaceAll(',', '');

/** @param {number|Date} instant @returns {string} such as "23:10" */
export const timeOf = instant => minute.format(instant);

/** @param {number} ms @returns {string} the two largest units, such as "2 d 3 h" or "12 min"; "" below half a minute */
export function spanOf(ms) {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const parts = [[Math.floor(minutes / 1440), 'd'], [Math.floor(minutes / 60) % 24, 'h'], [minutes % 60, 'min']];
  return parts.filter(([count]) => count > 0).slice(0, 2).map(([count, unit]) => `${count} ${unit}`).join(' ');
}

/** @param {number} ms @returns {string} how long there is to go, in whole minutes, so that it changes seldom */
export const leftOf = ms => ms < 60_000 ? 'less than a minute' : spanOf(Math.ceil(ms / 60_000) * 60_000);
