/** What can be typed after a slash. `bare` names the option that a word without a name fills. */
export const commands = [
  { name: 'repair start', says: 'Start a repair' },
  { name: 'repair resume', says: 'Go on where you were' },
  { name: 'repair status', says: 'Where you are' },
  { name: 'repair stop', says: 'Stop, and choose what is kept' },
  { name: 'repair history', says: 'Earlier repairs' },
  { name: 'steady', says: 'A calming exercise now' },
  { name: 'notsafe', says: 'I’m not safe: help lines now' },
  { name: 'checkin list', says: 'Which check-ins are planned' },
  { name: 'checkin now', says: 'Check in now' },
  { name: 'checkin later', says: 'Move the next check-in' },
  { name: 'checkin stop', says: 'No more check-ins' },
  { name: 'timeline', says: 'What was kept, with dates' },
  { name: 'reflect', says: 'Look back' },
  { name: 'partner invite', says: 'Get a code for the other person' },
  { name: 'partner accept', says: 'Enter a code you were given', bare: 'code' },
  { name: 'partner leave', says: 'End the link' },
  { name: 'partner block', says: 'End the link and refuse new ones' },
  { name: 'settings', says: 'Time zone, quiet hours, language, reminders' },
  { name: 'mydata show', says: 'What is kept about you' },
  { name: 'mydata export', says: 'Take it with you as a file' },
  { name: 'mydata delete', says: 'Delete all of it' },
  { name: 'help', says: 'How this works' },
  { name: 'about', says: 'What this is and who hosts it' },
];

/** @param {string} typed the text so far @returns {typeof commands} the commands it could become; none unless it starts with a slash */
export function suggested(typed) {
  if (!/^\/[^\n]*$/.test(typed)) return [];
  const start = typed.slice(1).trimStart().toLowerCase();
  const starting = commands.filter(({ name }) => name.startsWith(start) && name !== start.trim());
  return starting.length > 0 || start.length < 2 ? starting : commands.filter(({ name }) => name.includes(start) && name !== start.trim());
}

/**
 * Reads `/settings timezone:Europe/Berlin` as a command: name words first, then `key:value`, a value with blanks in quotes.
 * @param {string} typed
 * @returns {{ name: string, options: Object<string, string> }}
 */
export function commandIn(typed) {
  const words = typed.slice(1).match(/[^\s:"]+:"[^"]*"|\S+/g) ?? [];
  const isOption = word => /^[a-z][a-z0-9-]*:/i.test(word);
  const options = Object.fromEntries(words.filter(isOption).map(word => {
    const colon = word.indexOf(':');
    return [word.slice(0, colon).toLowerCase(), word.slice(colon + 1).replace(/^"(.*)"$/, '$1')];
  }));
  const names = words.filter(word => !isOption(word));
  const known = commands.find(({ name, bare }) => bare && names.slice(0, 2).join(' ').toLowerCase() === name);
  if (known && names.length > 2) options[known.bare] ??= names.slice(2).join(' ');
  return { name: known?.name ?? names.join(' ').toLowerCase(), options };
}
