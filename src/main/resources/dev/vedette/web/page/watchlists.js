// What is looked for, and what each entry brought.

import { h, time, full, count } from './dom.js';
import { get } from './api.js';
import { bars } from './chart.js';
import { silence, endSilence } from './silence.js';

export async function show(place) {
  place.replaceChildren(h('div', { class: 'wide' }, h('h1', {}, 'Watchlists'), h('p', { class: 'faint' }, 'Loading')));
  const lists = await get('/api/watchlists');
  place.replaceChildren(h('div', { class: 'wide' },
    h('h1', {}, 'Watchlists'),
    h('p', { class: 'faint small' }, `in force: ${lists.version.slice(0, 19)}`),
    lists.problems.length > 0 && h('section', { class: 'refused', 'aria-label': 'Refused' },
      h('h2', {}, 'The files have changed, and are refused'),
      h('p', {}, 'What is listed below stays in force until this is mended:'),
      h('ul', {}, lists.problems.map((problem) => h('li', {}, h('code', {}, problem))))),
    lists.items.map((list) => h('section', {},
      h('h2', { dir: 'auto' }, list.title, ' ', h('span', { class: 'faint small' }, count(list.entries.length, 'entry', 'entries')),
        h('a', { class: 'try', href: `#/try?watchlist=${encodeURIComponent(list.id)}` }, 'Try a change')),
      h('ul', { class: 'rows' }, list.entries.map((entry) => row(entry, lists.from, () => show(place))))))));
}

function row(entry, from, again) {
  const tally = entry.tally;
  const noise = tally && tally.falseAlarms ? `${Math.round((100 * tally.falseAlarms) / tally.alerts)} % false alarms` : null;
  return h('li', { class: `row entry-row ${entry.severity}` },
    h('div', { class: 'who' },
      h('p', {}, h('span', { class: `severity ${entry.severity}` }, entry.severity), ' ', h('b', { dir: 'auto' }, entry.title)),
      h('p', { class: 'meta' }, h('span', {}, entry.id), h('span', {}, entry.kind),
        h('span', {}, h('a', { href: `#/alerts?entry=${encodeURIComponent(entry.id)}` }, tally ? count(tally.alerts, 'alert') : 'no alerts')),
        noise && h('span', {}, h('b', {}, noise)),
        tally && tally.important > 0 && h('span', {}, count(tally.important, 'important one'))),
      entry.silence && h('p', { class: 'meta' }, h('b', {}, 'Silenced'),
        h('span', {}, entry.silence.until ? `until ${full(entry.silence.until)}` : 'until further notice'),
        h('span', { dir: 'auto' }, [entry.silence.reason, entry.silence.by && `by ${entry.silence.by}`, entry.silence.inFile && 'in its file'].filter(Boolean).join(', ')))),
    h('dl', { class: 'facts' }, h('div', {}, h('dt', {}, 'Last fired'), h('dd', {}, time(tally?.last)))),
    bars(entry.days, from, 'alert'),
    entry.silence && !entry.silence.inFile
      ? h('button', { type: 'button', onclick: async () => { await endSilence(entry.id, entry.title); setTimeout(again, 700); } }, 'Hear again')
      : h('button', { type: 'button', disabled: Boolean(entry.silence), onclick: () => silence(entry.id, entry.title, () => setTimeout(again, 700)) }, 'Silence…'));
}
