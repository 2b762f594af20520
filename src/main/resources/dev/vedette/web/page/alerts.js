// The list of alerts, live; the one that is open stands beside it.

import { h, time, count, say } from './dom.js';
import { get } from './api.js';
import { excerpt } from './text.js';
import * as filtering from './filters.js';
import * as opened from './alert.js';
import { Counts } from './counts.js';

const PART = 200;
const MOST_ENTRIES = 200;
const MOST_SOURCES = 200;
const MOST_ROWS = 3000;
const AGAIN = 5000;
const LANGUAGES = ['ar', 'bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'fa', 'fi', 'fr', 'he', 'hi', 'hu',
  'it', 'ja', 'ko', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh'];

export const KEYS = opened.KEYS;

let view = null;

/** Shows the list under these filters, and the alert that the path names. */
export async function show(main, [id], query) {
  const filters = filtering.read(query);
  if (!view) view = new List(main);
  view.look(filters);
  view.open(id);
}

export function leave() {
  view?.close();
  view = null;
}

/** Takes what arrives. */
export function told(name, data) {
  if (!view) return;
  if (name === 'alerts') view.arrive(data);
  else if (name === 'reset') view.anew();
  else if (name === 'hello') view.begin();
}

export const key = (event) => view?.key(event) ?? false;

class List {
  rows = new Map();
  held = [];
  filters = null;
  next = null;
  total = 0;
  openId = null;
  searched = '';
  loading = null;
  told = false;

  constructor(main) {
    this.form = filtering.form((text) => {
      this.searched = text;
      this.narrow({ text });
    });
    this.fields = h('div');
    this.form.append(this.fields);
    this.counts = new Counts((change) => this.narrow(change));
    this.summary = h('p', { class: 'summary', role: 'status' });
    this.pill = h('button', { type: 'button', class: 'pill', hidden: true, onclick: () => this.release() });
    this.list = h('ol', { class: 'alerts-list', 'aria-label': 'Alerts' });
    this.end = h('div', { class: 'end' });
    this.scroller = h('div', { class: 'scroller', tabindex: -1 }, this.pill, this.list, this.end);
    this.pane = h('section', { class: 'list', 'aria-label': 'Alerts' }, this.form, this.counts.element, this.summary, this.scroller);
    this.detail = h('section', { class: 'detail', 'aria-label': 'Alert', tabindex: -1, hidden: true });
    this.main = main;
    main.replaceChildren(h('h1', { class: 'unseen' }, 'Alerts'), this.pane, this.detail);
    this.watcher = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.more(),
      { root: this.scroller, rootMargin: '1500px' });
    this.watcher.observe(this.end);
    this.known = Promise.all([
      get('/api/watchlists'), get('/api/entries', { order: 'alerts', limit: MOST_ENTRIES }), get('/api/sources', { order: 'articles', limit: MOST_SOURCES }),
    ]).then(([lists, entries, sources]) => ({
      watchlists: lists.items,
      entries: entries.items,
      sources: sources.items.map((one) => one.source).sort((a, b) => a.title.localeCompare(b.title)),
      languages: languages(),
    }));
  }

  close() {
    this.watcher.disconnect();
    this.loading?.abort();
    clearTimeout(this.again);
    this.counts.close();
    opened.leave(this.detail);
  }

  look(filters) {
    const same = JSON.stringify(filters) === JSON.stringify(this.filters);
    if (same) return;
    this.filters = filters;
    this.drawFields();
    this.counts.look(filters);
    this.load();
  }

  /** Goes where the filters are these besides what they are. */
  narrow(change) {
    const filters = { ...this.filters, ...change };
    location.hash = `#/alerts${this.openId ? `/${encodeURIComponent(this.openId)}` : ''}${filtering.address(filters)}`;
  }

  /** The search field stays what it is, as somebody may be typing; its text is set only if it comes from elsewhere. */
  async drawFields() {
    const { text = '' } = this.filters;
    if (text !== this.searched) {
      this.form.elements.text.value = text;
      this.searched = text;
    }
    const known = await this.known;
    const focused = this.form.contains(document.activeElement) && document.activeElement.name;
    const fields = filtering.fields(this.filters, known, (change) => this.narrow(change));
    this.fields.replaceWith(fields);
    this.fields = fields;
    if (focused) this.form.elements[focused]?.focus();
  }

  async load() {
    this.loading?.abort();
    clearTimeout(this.again);
    const loading = new AbortController();
    this.loading = loading;
    this.told = false;
    this.held = [];
    this.pill.hidden = true;
    this.next = null;
    try {
      const found = await get('/api/alerts', { ...filtering.question(this.filters), limit: PART }, loading.signal);
      this.rows.clear();
      this.list.replaceChildren();
      this.total = found.total;
      this.next = found.next;
      this.add(found.items);
      this.scroller.scrollTop = 0;
      this.say();
      if (this.told) this.catchUp(); // of what was told meanwhile, the answer may not know
    } catch (error) {
      if (error.name === 'AbortError') return;
      this.rows.clear(); // they are of other filters
      this.list.replaceChildren();
      this.summary.textContent = error.message;
      this.again = setTimeout(() => this.load(), AGAIN);
    } finally {
      if (this.loading === loading) this.loading = null;
    }
  }

  async more() {
    if (!this.next || this.loading) return;
    const loading = new AbortController();
    this.loading = loading;
    try {
      const found = await get('/api/alerts', { ...filtering.question(this.filters), limit: PART, after: this.next }, loading.signal);
      this.next = found.next;
      this.add(found.items);
    } catch (error) {
      if (error.name !== 'AbortError') say(error.message, true);
    } finally {
      if (this.loading === loading) this.loading = null;
    }
    const box = this.end.getBoundingClientRect();
    if (this.next && box.top < innerHeight + 1200) this.more();
  }

  add(items) {
    const fragment = document.createDocumentFragment();
    for (const row of items) {
      if (this.rows.has(row.id)) continue;
      const element = this.element(row);
      this.rows.set(row.id, { row, element });
      fragment.append(element);
    }
    this.list.append(fragment);
  }

  /** What has changed: in place if it is shown, on top if it is new and passes; older rows come when they are scrolled to. */
  arrive(changed) {
    this.told = true;
    this.counts.changed();
    if (changed.some((row) => row.id === this.openId)) opened.changed(this.detail, this.openId);
    if (this.filters.text) {
      clearTimeout(this.again);
      changed.forEach((row) => this.rows.has(row.id) && this.replace(row));
      this.again = setTimeout(() => this.catchUp(), 1000);
      return;
    }
    const oldest = this.next ? [...this.rows.values()].at(-1)?.row.raisedAt : '';
    const fresh = [];
    for (const row of changed) {
      if (this.rows.has(row.id)) this.replace(row);
      else if (row.raisedAt >= oldest && filtering.passes(row, this.filters)) fresh.push(row);
    }
    this.take(fresh);
  }

  /** Too much was missed to be told. */
  anew() {
    this.counts.changed();
    this.load();
    if (this.openId) opened.changed(this.detail, this.openId);
  }

  /** The stream begins: what was raised since the list was asked for was told to nobody. */
  begin() {
    this.counts.changed();
    if (this.loading) this.load();
    else this.catchUp();
  }

  async catchUp() {
    const { filters } = this;
    const found = await get('/api/alerts', { ...filtering.question(this.filters), limit: PART });
    if (filters !== this.filters) return;
    this.take(found.items.filter((row) => !this.rows.has(row.id)));
    this.total = found.total;
    this.say();
  }

  take(fresh) {
    if (fresh.length === 0) return;
    const held = new Map(this.held.map((row) => [row.id, row]));
    fresh.forEach((row) => held.set(row.id, row));
    this.total += held.size - this.held.length;
    this.held = [...held.values()];
    if (this.isAtTop()) this.release();
    else {
      this.pill.textContent = count(this.held.length, 'new alert');
      this.pill.hidden = false;
    }
    this.say();
  }

  isAtTop() {
    return this.scroller.scrollTop < 40 && scrollY < 40;
  }

  /** Puts what is held on top. */
  release() {
    const focused = this.list.contains(document.activeElement);
    const newest = this.held.sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1));
    this.held = [];
    this.pill.hidden = true;
    const fragment = document.createDocumentFragment();
    const rows = new Map();
    for (const row of newest) {
      if (this.rows.has(row.id)) continue;
      const element = this.element(row);
      element.classList.add('fresh');
      rows.set(row.id, { row, element });
      fragment.append(element);
    }
    this.list.prepend(fragment);
    this.rows = new Map([...rows, ...this.rows]);
    this.trim();
    if (!focused) {
      this.scroller.scrollTop = 0;
      if (scrollY > 0) scrollTo({ top: 0 });
    }
  }

  /** A page that is open for days does not grow for ever. */
  trim() {
    if (this.rows.size > MOST_ROWS) this.load();
  }

  replace(row) {
    const before = this.rows.get(row.id);
    const element = this.element(row);
    const focused = before.element.contains(document.activeElement);
    before.element.replaceWith(element);
    this.rows.set(row.id, { row, element });
    if (focused) element.querySelector('a').focus();
  }

  element(row) {
    const href = `#/alerts/${encodeURIComponent(row.id)}${filtering.address(this.filters)}`;
    const open = row.id === this.openId;
    return h('li', { class: `alert ${row.severity} state-${row.state} ${row.feedback ? `said-${row.feedback.kind}` : ''} ${row.silenced ? 'silenced' : ''} ${open ? 'open' : ''}` },
      h('a', { href, 'aria-current': open ? 'true' : null },
        h('span', { class: 'top' },
          h('span', { class: `severity ${row.severity}` }, row.severity),
          h('span', { class: 'entry', dir: 'auto' }, row.title),
          h('span', { class: 'when' }, time(row.raisedAt))),
        h('span', { class: 'headline', dir: 'auto' }, row.article.title || 'Without a headline'),
        h('span', { class: 'excerpt', dir: 'auto' }, excerpt(row.snippet, row.hits)),
        h('span', { class: 'meta' }, meta(row).map((one) => h('span', {}, one)))));
  }

  say() {
    this.summary.textContent = this.total === 0
      ? Object.keys(this.filters).length ? 'No alert passes these filters.' : 'No alert yet. The next one appears here by itself.'
      : count(this.total, 'alert');
  }

  open(id) {
    if (id === this.openId) return;
    for (const one of [this.openId, id]) {
      const shown = this.rows.get(one);
      shown?.element.classList.toggle('open', one === id);
    }
    this.openId = id ?? null;
    this.main.classList.toggle('opened', Boolean(id));
    this.detail.hidden = !id;
    if (id) {
      opened.show(this.detail, id, this.rows.get(id)?.row, () => this.closeDetail());
    } else {
      opened.leave(this.detail);
    }
  }

  closeDetail() {
    const id = this.openId;
    location.hash = `#/alerts${filtering.address(this.filters)}`;
    this.rows.get(id)?.element.querySelector('a').focus({ preventScroll: false });
  }

  key(event) {
    if (event.key === 'j' || event.key === 'k') return this.step(event.key === 'j' ? 1 : -1);
    if (event.key === 'Escape' && this.openId) {
      this.closeDetail();
      return true;
    }
    const focused = document.activeElement?.closest?.('li.alert');
    const id = this.openId ?? [...this.rows].find(([, one]) => one.element === focused)?.[0];
    return id ? opened.key(event, id, this.rows.get(id)?.row) : false;
  }

  step(by) {
    const all = [...this.list.children];
    const at = all.findIndex((one) => one.contains(document.activeElement));
    const from = at >= 0 ? at : all.findIndex((one) => one.classList.contains('open'));
    const next = all[from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by))];
    if (!next) return false;
    const link = next.querySelector('a');
    link.focus();
    next.scrollIntoView({ block: 'nearest' });
    if (this.openId && matchMedia('(min-width: 1081px)').matches) location.hash = link.hash;
    return true;
  }
}

function meta(row) {
  const copies = row.copies > 0 && count(row.copies, 'copy', 'copies');
  return [
    row.article.source,
    row.article.language,
    row.totalHits > 1 && count(row.totalHits, 'mention'),
    copies && h('b', { class: 'copies' }, copies),
    row.summary
      ? h('b', {}, `${count(row.summary.count, 'alert')} only counted, this is the last`)
      : row.state !== 'raised' && row.state !== 'updated' && h('b', {}, row.state),
    row.silenced && h('b', {}, 'silenced'),
    row.feedback && h('b', { class: 'said-mark' }, opened.MARKS[row.feedback.kind]),
  ].filter(Boolean);
}

function languages() {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return LANGUAGES.map((tag) => [tag, names.of(tag)]).sort((a, b) => a[1].localeCompare(b[1]));
}
