// How many alerts there were when: a chart for each entry, under the filters of the list.

import { h, count } from './dom.js';
import { get } from './api.js';
import { bars, stretch } from './chart.js';
import * as filtering from './filters.js';

const KEY = 'vedette-counts';
const ENTRIES = 5;
const SOON = 2000;
const PAUSE = 10_000;
const HOUR = 3600;
const DAY = 86400;
const RHYTHMS = { '1h': 120, '24h': HOUR, '7d': 6 * HOUR };

/**
 * The stretches of time that are counted under some filters, as the clock on the wall has them; the first begins at the
 * origin, and of it only what is not before `from` is counted, as the list has no more either.
 */
export function stretches(filters, now = Date.now()) {
  const asked = filtering.question(filters, now);
  const to = asked.to ? Math.min(now, new Date(asked.to).getTime()) : now;
  const from = asked.from ? new Date(asked.from).getTime() : to - 29 * DAY * 1000;
  const long = (to - from) / 1000;
  const seconds = RHYTHMS[filters.time] ?? (long <= 2 * DAY ? HOUR : long <= 92 * DAY ? DAY : 7 * DAY);
  const begin = new Date(from);
  if (seconds < HOUR) begin.setSeconds(0, 0);
  else begin.setHours(seconds >= DAY ? 0 : begin.getHours() - (begin.getHours() % (seconds / HOUR)), 0, 0, 0);
  return { origin: begin, from: asked.from ? new Date(from) : begin, to: new Date(Math.max(to, begin.getTime() + 1000)), seconds };
}

/** The charts of the list; `narrowed` is called with filters that become others. */
export class Counts {
  filters = null;
  pending = null;
  answered = 0;

  constructor(narrowed) {
    this.narrowed = narrowed;
    this.span = h('span', { class: 'faint' });
    this.place = h('div');
    this.element = h('details', {
      class: 'counts', open: this.wanted(),
      ontoggle: () => {
        if (this.element.open !== this.wanted()) localStorage.setItem(KEY, this.element.open ? 'open' : 'closed');
        if (this.element.open) this.draw();
      },
    }, h('summary', {}, 'Over time ', this.span), this.place);
  }

  wanted() {
    const kept = localStorage.getItem(KEY);
    return kept ? kept === 'open' : !matchMedia('(max-width: 760px)').matches;
  }

  look(filters) {
    this.filters = filters;
    this.draw();
  }

  /** Something has changed; drawn soon, but seldom while more does, and not by all who look at once. */
  changed() {
    const rest = Math.max(SOON, this.answered + PAUSE - Date.now());
    this.timer ??= setTimeout(() => {
      this.timer = null;
      if (this.pending) this.changed();
      else this.draw();
    }, rest * (0.5 + Math.random()));
  }

  close() {
    clearTimeout(this.timer);
    this.pending?.abort();
    this.filters = null;
  }

  async draw() {
    this.pending?.abort();
    this.pending = null;
    if (!this.element.open || !this.filters) return;
    const mine = this.pending = new AbortController();
    let over;
    let found;
    // Of a service that has just begun, all would be in the last of thirty days.
    for (const time of this.filters.time ? [this.filters.time] : ['', '24h', '1h']) {
      over = stretches({ ...this.filters, time });
      found = await this.ask(over, mine.signal);
      if (mine.signal.aborted) return;
      if (found.error || found.all.slice(0, -1).some((sum) => sum > 0) || found.total === 0) break;
    }
    this.pending = null;
    this.answered = Date.now();
    if (found.error) {
      this.place.replaceChildren(h('p', { class: 'error' }, found.error));
      return;
    }
    this.span.textContent = `${stretch(over.origin.getTime(), over.seconds)} – ${stretch(over.to.getTime(), Math.min(over.seconds, HOUR))}`;
    this.place.replaceChildren(...this.drawn(found));
  }

  ask({ origin, from, to, seconds }, signal) {
    const times = { origin: origin.toISOString(), from: from.toISOString(), to: to.toISOString(), seconds };
    return get('/api/counts', { ...filtering.question(this.filters), ...times, limit: ENTRIES }, signal).catch((error) => ({ error: error.message }));
  }

  drawn(found) {
    if (found.total === 0) return [h('p', { class: 'faint small' }, 'No alerts in this time.')];
    const rows = found.entries.map((one) => this.row(this.link(one), one.counts, one.total, found));
    if (found.total > 1) rows.unshift(this.row('All', found.all, found.all.reduce((sum, one) => sum + one, 0), found));
    return [
      h('table', {},
        h('caption', { class: 'unseen' }, 'Alerts over time, each row in its own scale'),
        h('colgroup', {}, h('col', { class: 'names' }), h('col'), h('col', { class: 'sums' })),
        h('thead', { class: 'unseen' }, h('tr', {}, ['Entry', 'Over time', 'Alerts'].map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, rows)),
      h('p', { class: 'buttons small' },
        found.total > found.entries.length && h('span', { class: 'faint' }, `and ${count(found.total - found.entries.length, 'more entry', 'more entries')}`),
        h('button', { type: 'button', class: 'plain small', onclick: () => numbers(found) }, 'Numbers')),
    ];
  }

  row(name, counts, total, { from, seconds }) {
    const chosen = seconds === DAY && ((begin) => {
      const day = new Date(begin + DAY * 500).toLocaleDateString('sv-SE');
      this.narrowed({ time: 'between', from: day, to: day });
    });
    return h('tr', {}, h('th', { scope: 'row' }, name),
      h('td', {}, bars(counts, from, 'alert', { seconds, width: 400, height: 18, wide: true, chosen })),
      h('td', { class: 'number' }, total.toLocaleString('en-GB')));
  }

  /** To the entry alone, or back from it. */
  link(one) {
    const entry = this.filters.entry === one.id ? '' : one.id;
    return h('a', { href: `#/alerts${filtering.address({ ...this.filters, entry })}`, dir: 'auto', title: entry ? null : 'Show all entries' }, one.title);
  }
}

/** All of it as a table, for those who do not see the chart, or want to know exactly. */
function numbers({ from, seconds, all, entries }) {
  const start = new Date(from).getTime();
  const columns = entries.length > 1 ? [{ title: 'All', counts: all }, ...entries] : entries;
  const dialog = h('dialog', { class: 'numbers', 'aria-labelledby': 'numbers-title' },
    h('h2', { id: 'numbers-title' }, 'Alerts over time'),
    h('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': 'Numbers' },
      h('table', {},
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'From'), columns.map((one) => h('th', { scope: 'col', class: 'number' }, h('bdi', {}, one.title))))),
        h('tbody', {}, all.map((sum, i) => (sum ? h('tr', {},
          h('th', { scope: 'row' }, stretch(start + i * seconds * 1000, seconds)),
          columns.map((one) => h('td', { class: 'number' }, one.counts[i]))) : null)).reverse()))),
    h('form', { method: 'dialog' }, h('button', {}, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
