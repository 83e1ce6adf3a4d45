import { ClockPanel } from './clock.js';
import { openForm } from './dialog.js';
import { offerLeaving } from './leave.js';
import { Panel } from './panel.js';

// A message is from "bot" or from a person, so no person is called that here.
const isName = name => /^[a-z0-9-]{1,32}$/.test(name ?? '') && name !== 'bot';
const wide = matchMedia('(min-width: 62.5rem)');
const container = document.getElementById('panels');
const bothButton = document.getElementById('both');
const people = ['ana', 'ben'];
let panels = [];

// Who is shown is part of the address, so that two tabs can be two people and a reload changes nothing.
const query = new URLSearchParams(location.search);
let shown = [query.get('person'), query.get('both')].filter(isName);
if (shown.length === 0) shown = ['ana'];
let other = shown[1] ?? otherThan(shown[0]);
let both = shown.length > 1;

const clock = new ClockPanel(document.getElementById('clock'), pollAll);

function otherThan(person) {
  return person === 'ben' ? 'ana' : 'ben';
}

function pollAll() {
  panels.forEach(panel => panel.poll());
}

function show() {
  const names = both && wide.matches ? [shown[0], other] : [shown[0]];
  names.filter(name => !people.includes(name)).forEach(name => people.push(name));
  panels.forEach(panel => panel.stop());
  panels = names.map((name, place) => new Panel(name, { people, choose: person => choose(place, person), turned }));
  container.replaceChildren(...panels.map(panel => panel.element));
  pollAll();
  bothButton.hidden = !wide.matches;
  bothButton.setAttribute('aria-pressed', String(both));
  document.title = `RepairBot: ${names.join(' and ')}`;
  history.replaceState(null, '', `?person=${shown[0]}${both ? `&both=${other}` : ''}`);
}

function turned() {
  pollAll();
  clock.refresh();
}

function choose(place, person) {
  if (person === '') return askName(place);
  const before = [shown[0], other];
  // Choosing the one on the other side swaps the sides.
  if (place === 0) [shown[0], other] = [person, person === other ? before[0] : other];
  else [shown[0], other] = [person === shown[0] ? before[1] : shown[0], person];
  show();
  panels[place].who.focus();
}

function askName(place) {
  openForm({
    title: 'Another person',
    key: 'name',
    confirm: 'Go on',
    fields: [{
      id: 'name', label: 'A short name: small letters, digits and hyphens', required: true, maxLength: 32,
      check: name => isName(name) ? undefined : 'Only small letters a to z, digits and hyphens, please, and not “bot”.',
    }],
    send: async ({ name }, say, close) => { close(); choose(place, name); },
  });
}

offerLeaving(document.getElementById('leave'));
bothButton.addEventListener('click', () => { both = !both; show(); });
wide.addEventListener('change', show);
document.addEventListener('visibilitychange', () => { if (!document.hidden) turned(); });
setInterval(() => { if (!document.hidden) clock.refresh(); }, 10_000);
document.getElementById('clock').open = wide.matches;
show();
clock.refresh();
