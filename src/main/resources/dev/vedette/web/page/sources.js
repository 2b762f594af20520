// How each source is doing.

import { h, time, span, outward } from './dom.js';
import { get } from './api.js';
import { bars } from './chart.js';

let timer = null;

export async function show(place) {
  place.replaceChildren(h('div', { class: 'wide' }, h('h1', {}, 'Sources'), h('p', { class: 'faint' }, 'Loading')));
  await draw(place);
  if (!place.isConnected) return;
  clearInterval(timer);
  timer = setInterval(() => document.hidden || draw(place).catch(() => {}), 15000);
}

export function leave() {
  clearInterval(timer);
}

async function draw(place) {
  const { items, from } = await get('/api/sources');
  const open = place.querySelector('details')?.open;
  const on = items.filter((one) => one.source.enabled);
  const off = items.filter((one) => !one.source.enabled);
  on.sort((a, b) => STATES.indexOf(a.source.state) - STATES.indexOf(b.source.state));
  const ill = on.filter((one) => ILL.includes(one.source.state)).length;
  place.replaceChildren(h('div', { class: 'wide' },
    h('h1', {}, 'Sources'),
    h('p', { class: 'faint' }, ill ? `${ill} of ${on.length} ${ill === 1 ? 'wants' : 'want'} a look.` : `All ${on.length} are well.`),
    h('ul', { class: 'rows' }, on.map((one) => row(one, from))),
    off.length > 0 && h('details', { open }, h('summary', {}, `${off.length} ${off.length === 1 ? 'is' : 'are'} off`),
      h('ul', { class: 'plainlist' }, off.map(({ source }) => h('li', {}, source.title, h('span', { class: 'faint' }, ` ${source.id}`)))))));
}

const WORDS = { failing: 'Failing', retired: 'Retired', silent: 'Silent', empty: 'Empty', new: 'Not polled yet', ok: 'OK' };
const STATES = Object.keys(WORDS); // the worst first
const ILL = ['failing', 'retired', 'silent'];

function row({ source, days }, from) {
  const next = source.state !== 'retired' && source.nextDue && (new Date(source.nextDue) - Date.now()) / 1000;
  return h('li', { class: `row source ${source.state}` },
    h('div', { class: 'who' },
      h('p', {}, h('b', { dir: 'auto' }, source.title), ' ', h('span', { class: `state ${source.state}` }, WORDS[source.state])),
      h('p', { class: 'meta' }, h('span', {}, source.kind),
        source.address && h('span', {}, outward(source.address, source.address)),
        h('span', {}, h('a', { href: `#/alerts?source=${encodeURIComponent(source.id)}` }, 'alerts'))),
      source.note && h('p', { class: ILL.includes(source.state) ? 'error' : 'faint small', dir: 'auto' },
        source.failures > 1 ? `${source.failures} times in a row: ${source.note}` : source.note)),
    h('dl', { class: 'facts' },
      fact('Last success', time(source.lastSuccess)),
      fact('Next poll', typeof next !== 'number' ? '' : next > 0 ? `in ${span(next)}` : 'due'),
      fact('Newest', time(source.newest)),
      fact('Silent after', source.patience ? span(source.patience) : h('span', { class: 'faint', title: 'Its rhythm is not known yet' }, '?')),
      fact('Articles', source.articles.toLocaleString('en-GB'))),
    bars(days, from, 'article'));
}

const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
