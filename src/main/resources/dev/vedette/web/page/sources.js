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
  timer = setInterval(() => draw(place).catch(() => {}), 15000);
}

export function leave() {
  clearInterval(timer);
}

async function draw(place) {
  const { items, from } = await get('/api/sources');
  const open = place.querySelector('details')?.open;
  const on = items.filter((one) => one.source.enabled).map((one) => ({ ...one, health: health(one) }));
  const off = items.filter((one) => !one.source.enabled);
  const order = ['failing', 'quiet', 'partly', 'new', 'well'];
  on.sort((a, b) => order.indexOf(a.health) - order.indexOf(b.health));
  const ill = on.filter((one) => one.health === 'failing' || one.health === 'quiet').length;
  place.replaceChildren(h('div', { class: 'wide' },
    h('h1', {}, 'Sources'),
    h('p', { class: 'faint' }, ill ? `${ill} of ${on.length} ${ill === 1 ? 'wants' : 'want'} a look.` : `All ${on.length} are well.`),
    h('ul', { class: 'rows' }, on.map((one) => row(one, from))),
    off.length > 0 && h('details', { open }, h('summary', {}, `${off.length} are off`),
      h('ul', { class: 'plainlist' }, off.map(({ source }) => h('li', {}, source.title, h('span', { class: 'faint' }, ` ${source.id}`)))))));
}

function health({ source, quiet }) {
  if (source.failures > 0) return 'failing';
  if (quiet) return 'quiet';
  if (!source.lastPolled) return 'new';
  return source.lastError ? 'partly' : 'well';
}

const WORDS = { failing: 'Fails', quiet: 'Quiet', partly: 'Partly', new: 'Not polled yet', well: 'Well' };

function row({ source, days, quiet, health }, from) {
  const next = source.nextDue && (new Date(source.nextDue) - Date.now()) / 1000;
  return h('li', { class: `row source ${health}` },
    h('div', { class: 'who' },
      h('p', {}, h('b', { dir: 'auto' }, source.title), ' ', h('span', { class: `state ${health}` }, WORDS[health])),
      h('p', { class: 'meta' }, h('span', {}, source.kind),
        source.address && h('span', {}, outward(source.address, source.address)),
        h('span', {}, h('a', { href: `#/alerts?source=${encodeURIComponent(source.id)}` }, 'alerts'))),
      source.lastError && h('p', { class: 'error', dir: 'auto' },
        source.failures > 1 ? `${source.failures} times in a row: ${source.lastError}` : source.lastError),
      quiet && h('p', { class: 'error' }, quiet)),
    h('dl', { class: 'facts' },
      fact('Last success', time(source.lastSuccess)),
      fact('Next poll', next === null || next === undefined ? '' : next > 0 ? `in ${span(next)}` : 'due'),
      fact('Articles', source.articles.toLocaleString('en-GB'))),
    bars(days, from, 'article'));
}

const fact = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
