// What the watchlists, as they are or as they might be, find in a text.

import { h, count, outward, say } from './dom.js';
import { ask, get } from './api.js';
import { body, stretch, withoutTitle } from './text.js';

const SUGGESTED = 20;
const PAUSE = 250;

export async function show(place, path, query) {
  const wanted = new URLSearchParams(query).get('watchlist') ?? '';
  const lists = await get('/api/watchlists');
  const text = h('textarea', { name: 'text', rows: 8, id: 'try-text', placeholder: 'Paste an article, a page or a feed', spellcheck: 'false', dir: 'auto' });
  const address = h('input', { name: 'address', type: 'url', id: 'try-address', placeholder: 'https://…', autocomplete: 'off' });
  const known = h('datalist', { id: 'try-entries' });
  let typing;
  const entry = h('input', {
    name: 'entry', id: 'try-entry', list: 'try-entries', autocomplete: 'off', spellcheck: 'false', placeholder: 'Name or id of an entry',
    oninput: () => {
      clearTimeout(typing);
      typing = setTimeout(() => suggest(entry, known), PAUSE);
    },
  });
  const list = h('select', { name: 'watchlist', onchange: () => load() }, h('option', { value: '' }, 'as they are in force'),
    lists.items.map((one) => h('option', { value: one.id, selected: one.id === wanted }, `with a change to ${one.title}`)));
  const yaml = h('textarea', { name: 'yaml', rows: 16, spellcheck: 'false', class: 'code', 'aria-label': 'The watchlist' });
  const editor = h('div', { hidden: true }, yaml, h('p', { class: 'faint small' }, 'Nothing is saved: copy it into its file when it does what you want.'));
  const outcome = h('section', { class: 'outcome', 'aria-label': 'What is found', 'aria-live': 'polite' });
  let file = '';
  async function load() {
    editor.hidden = !list.value;
    file = '';
    if (!list.value) return;
    const found = await get(`/api/watchlists/${encodeURIComponent(list.value)}/file`);
    file = found.file;
    yaml.value = found.yaml;
  }
  const form = h('form', {
    class: 'try-form',
    onsubmit: async (event) => {
      event.preventDefault();
      outcome.replaceChildren(h('p', { class: 'faint' }, 'Looking'));
      try {
        const found = await ask('POST', '/api/match', {
          body: { text: address.value ? '' : text.value, address: address.value, file, yaml: file ? yaml.value : '', entry: entry.value.trim() },
        });
        outcome.replaceChildren(...drawn(found));
      } catch (error) {
        outcome.replaceChildren(h('p', { class: 'error' }, error.message));
      }
    },
  },
  h('label', { class: 'field', for: 'try-text' }, h('span', {}, 'Text')), text,
  h('label', { class: 'field' }, h('span', {}, 'or an address on the web'), address),
  h('div', { class: 'fields' },
    h('label', { class: 'field' }, h('span', {}, 'Watchlists'), list),
    h('label', { class: 'field' }, h('span', {}, 'Say why there is no alert for'), entry), known),
  editor,
  h('div', { class: 'buttons' }, h('button', { class: 'primary' }, 'Try')));
  place.replaceChildren(h('div', { class: 'wide' }, h('h1', {}, 'Try'), form, outcome));
  suggest(entry, known);
  await load();
}

/** Entries that are called what was typed; what is chosen becomes their id. */
async function suggest(field, known) {
  if (!field.isConnected) return;
  const text = field.value.trim();
  try {
    const found = await get('/api/entries', { text, order: 'alerts', limit: SUGGESTED });
    if (field.value.trim() === text) known.replaceChildren(...found.items.map((one) => h('option', { value: one.id }, one.title)));
  } catch (error) {
    if (field.isConnected) say(error.message, true);
  }
}

function drawn({ problems, outcomes }) {
  return [
    problems.length > 0 && h('section', { class: 'refused', 'aria-label': 'Problems' }, h('h2', {}, outcomes.length ? 'Its tests fail' : 'The watchlist cannot be used'),
      h('ul', {}, problems.map((problem) => h('li', {}, h('code', {}, problem))))),
    ...outcomes.map(({ found, whyNot }) => article(found, whyNot)),
  ].filter(Boolean);
}

function article({ article, alerts, shown }, whyNot) {
  const hits = [...alerts.flatMap((one) => one.hits), ...shown.flatMap((one) => one.hits)];
  const title = hits.filter((hit) => hit.field === 'title').sort((a, b) => a.start - b.start);
  return h('article', {},
    h('h2', { dir: 'auto' }, stretch(article.title || 'Without a headline', 0, (article.title || 'Without a headline').length, title)),
    h('p', { class: 'meta' }, h('span', {}, alerts.length ? count(alerts.length, 'alert') : 'No alert'),
      article.language && h('span', {}, article.language), article.url && h('span', {}, outward(article.url, 'Original'))),
    h('ul', { class: 'plainlist' },
      alerts.map((one) => h('li', { class: one.severity }, h('span', { class: `severity ${one.severity}` }, one.severity), ' ', h('b', {}, one.entry), ` score ${one.score.toFixed(2)}, ${count(one.hits.length, 'mention')}`)),
      shown.map((one) => h('li', { class: 'faint' }, `${one.entry}: ${count(one.hits.length, 'mention')} that alone ${one.hits.length === 1 ? 'raises' : 'raise'} no alert`))),
    whyNot && h('section', { class: 'whynot' }, h('h3', {}, whyNot.alerts ? `${whyNot.entry} raises an alert` : `Why ${whyNot.entry} raises none`),
      h('ul', { class: 'plainlist' }, whyNot.obstacles.map((obstacle) => h('li', { dir: 'auto' }, obstacle.text)))),
    h('div', { class: 'article' }, withoutTitle(body(article, hits), article.title)));
}
