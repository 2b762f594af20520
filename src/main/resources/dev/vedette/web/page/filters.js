// What is looked for, as it stands in the address, in the form and in questions to the service.

import { h } from './dom.js';

export const SEVERITIES = ['critical', 'high', 'medium', 'low'];

const KEYS = ['text', 'watchlist', 'entry', 'severity', 'source', 'language', 'mark', 'time', 'from', 'to'];
const TIMES = { '1h': 3600, '24h': 86400, '7d': 7 * 86400, '30d': 30 * 86400 };
const NOTHING = Object.fromEntries(KEYS.filter((key) => key !== 'text').map((key) => [key, '']));
const FEEDBACK = ['seen', 'important', 'false_alarm'];

/** The filters of an address. */
export function read(query) {
  const params = new URLSearchParams(query);
  const filters = {};
  for (const key of KEYS) if (params.get(key)) filters[key] = params.get(key);
  return filters;
}

/** The address of some filters. */
export function address(filters) {
  const params = new URLSearchParams();
  for (const key of KEYS) if (filters[key]) params.set(key, filters[key]);
  return params.size ? `?${params}` : '';
}

/** What the service is asked. */
export function question(filters, now = Date.now()) {
  const { mark, time, from, to, ...same } = filters;
  const params = { ...same };
  if (TIMES[time]) params.from = new Date(now - TIMES[time] * 1000).toISOString();
  if (time === 'between' && from) params.from = new Date(`${from}T00:00`).toISOString();
  if (time === 'between' && to) {
    const end = new Date(`${to}T00:00`);
    end.setDate(end.getDate() + 1);
    params.to = end.toISOString();
  }
  if (mark === 'none') params.unmarked = 'true';
  else if (mark === 'silenced') params.silenced = 'true';
  else if (FEEDBACK.includes(mark)) params.feedback = mark;
  return params;
}

/** Whether an alert passes; only the service can tell for a text, so that is not asked here. */
export function passes(row, filters, now = Date.now()) {
  const params = question(filters, now);
  const among = (key, value) => !params[key] || params[key].split(',').includes(value);
  return among('watchlist', row.watchlist)
    && among('entry', row.entry)
    && among('severity', row.severity)
    && among('source', row.article.source)
    && (!params.language || row.article.language.toLowerCase().split('-')[0] === params.language)
    && (!params.unmarked || !row.feedback)
    && (!params.silenced || row.silenced)
    && (!params.feedback || row.feedback?.kind === params.feedback)
    && (!params.from || row.raisedAt >= params.from)
    && (!params.to || row.raisedAt < params.to);
}

/** The form, with its search field alone; `searched` is called with the text when there is a pause in typing it. */
export function form(searched) {
  let typing;
  const typed = (event) => {
    clearTimeout(typing);
    if (event.isComposing) return;
    typing = setTimeout(() => search.isConnected && searched(search.value.trim()), 250);
  };
  const search = h('input', {
    type: 'search', name: 'text', id: 'search', autocomplete: 'off', spellcheck: 'false',
    placeholder: 'Search headlines, excerpts, mentions', oninput: typed, oncompositionend: typed,
  });
  return h('form', { class: 'filters', role: 'search', 'aria-label': 'Filters', onsubmit: (event) => event.preventDefault() },
    h('label', { class: 'field search' }, h('span', { class: 'unseen' }, 'Search'), search));
}

/** The rest of the form, as these filters have it; `changed` is called with those that become others, empty if they end. */
export function fields(filters, { watchlists, entries, sources, languages }, changed) {
  const put = (key, value) => changed({ [key]: value });
  const select = (key, label, options) =>
    h('label', { class: 'field' }, h('span', {}, label),
      h('select', { name: key, onchange: (event) => put(key, event.target.value) },
        options.map((option) => group(option, filters[key]))));
  const between = filters.time === 'between' && ['from', 'to'].map((key) =>
    h('label', { class: 'field' }, h('span', {}, key === 'from' ? 'From' : 'To'),
      h('input', { type: 'date', name: key, value: filters[key] ?? '', onchange: (event) => put(key, event.target.value) })));
  const more = Object.keys(filters).filter((key) => key !== 'text').length;
  const folded = matchMedia('(max-width: 760px)').matches && !fields.open;
  return h('details', { open: !folded, ontoggle: (event) => { fields.open = event.target.open; } },
    h('summary', {}, more ? `Filters (${more})` : 'Filters'),
    h('div', { class: 'fields' },
      h('fieldset', { class: 'chips' }, h('legend', { class: 'unseen' }, 'Severity'),
        SEVERITIES.map((severity) => chip(severity, filters, put))),
      select('entry', 'Entry', [['', 'All entries'], ...grouped(entries, watchlists), ...unlisted(filters.entry, entries)]),
      watchlists.length > 1 && select('watchlist', 'Watchlist', [['', 'All watchlists'],
        ...watchlists.map((list) => [list.id, list.title])]),
      select('source', 'Source', [['', 'All sources'], ...sources.map((source) => [source.id, source.title]), ...unlisted(filters.source, sources)]),
      select('language', 'Language', [['', 'All languages'], ...languages]),
      select('mark', 'Marked', [['', 'Marked or not'], ['none', 'Not yet marked'], ['important', 'Important'],
        ['seen', 'Seen'], ['false_alarm', 'False alarm'], ['silenced', 'Silenced']]),
      select('time', 'Time', [['', 'Any time'], ['1h', 'Last hour'], ['24h', 'Last 24 hours'],
        ['7d', 'Last 7 days'], ['30d', 'Last 30 days'], ['between', 'Between two days']]),
      between,
      more > 0 && h('button', { type: 'button', class: 'plain', onclick: () => changed(NOTHING) }, 'Clear')));
}

/** Entries under the titles of their watchlists, by name. */
function grouped(entries, watchlists) {
  return watchlists.map((list) => [list.title, entries.filter((one) => one.watchlist === list.id)
    .map((one) => [one.id, one.title]).sort((a, b) => a[1].localeCompare(b[1]))]).filter(([, some]) => some.length > 0);
}

/** Of a long list not all are offered, and an address may name any. */
function unlisted(id, offered) {
  return id && !offered.some((one) => one.id === id) ? [[id, id]] : [];
}

function group(option, chosen) {
  const [value, label] = option;
  if (Array.isArray(label)) return h('optgroup', { label: value }, label.map((one) => group(one, chosen)));
  return h('option', { value, selected: value === (chosen ?? '') }, label);
}

function chip(severity, filters, put) {
  const chosen = filters.severity ? filters.severity.split(',') : [];
  const on = chosen.includes(severity);
  const toggled = on ? chosen.filter((one) => one !== severity) : [...chosen, severity];
  return h('button', {
    type: 'button', class: `chip ${severity}`, 'aria-pressed': String(on),
    onclick: () => put('severity', SEVERITIES.filter((one) => toggled.includes(one)).join(',')),
  }, severity);
}
