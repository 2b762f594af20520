// One alert: why it was raised, the text with the words in place, the story, the entry.

import { h, clean, time, full, count, outward, say } from './dom.js';
import { ask, get } from './api.js';
import { copyAsTest } from './copy.js';
import { drawn } from './diff.js';
import { silence, name } from './silence.js';
import { body, stretch, step, withoutTitle } from './text.js';

export const MARKS = { seen: 'Seen', important: 'Important', false_alarm: 'False alarm' };

export const KEYS = [
  ['s', 'seen'],
  ['i', 'important'],
  ['f', 'false alarm'],
];

const KINDS = { s: 'seen', i: 'important', f: 'false_alarm' };

let shown = null;
let revision = null;
let article = null;
let alert = null;
let feedback = null;

/** Shows an alert; what comes too late for one that was left is dropped. */
export async function show(place, id, row, close) {
  shown = id;
  article = null;
  feedback = row?.feedback;
  place.replaceChildren(h('p', { class: 'message' }, 'Loading'));
  let filed;
  try {
    filed = await get(`/api/alerts/${encodeURIComponent(id)}`);
  } catch (error) {
    if (shown === id) place.replaceChildren(closer(close), h('p', { class: 'message' }, error.message));
    return;
  }
  if (shown !== id) return;
  feedback = filed.feedback;
  revision = filed.alert.article.revision;
  const text = unread();
  const yaml = h('details', { ontoggle: () => entry(yaml, filed.alert.entry) },
    h('summary', {}, 'The entry that found it'));
  place.replaceChildren(
    h('div', { class: 'sheet' }, closer(close), head(filed), marking(filed), sheet(filed, text), reasons(filed.alert), story(filed), yaml, history(filed)));
  place.scrollTop = 0;
  place.focus({ preventScroll: true });
  await fill(text, filed.alert, id);
}

/** The alert has changed while it is open. */
export async function changed(place, id) {
  const filed = await get(`/api/alerts/${encodeURIComponent(id)}`);
  if (shown !== id) return;
  remark(place, filed.feedback);
  place.querySelector('.head')?.replaceWith(head(filed));
  place.querySelector('.story')?.replaceWith(story(filed));
  place.querySelector('.happened')?.replaceWith(history(filed));
  if (filed.alert.article.revision === revision) return;
  revision = filed.alert.article.revision;
  article = null;
  alert = filed.alert;
  const text = unread();
  place.querySelector('.why')?.replaceWith(reasons(filed.alert));
  place.querySelector('article')?.replaceWith(sheet(filed, text));
  await fill(text, filed.alert, id);
}

const unread = () => h('div', { class: 'article' }, h('p', { class: 'faint' }, 'Loading the text'));

/** A note that somebody is writing stays as it is. */
function remark(place, said) {
  const note = place.querySelector('[name=note]');
  if (!note) return;
  const untouched = note !== document.activeElement && note.value.trim() === (feedback?.note ?? '');
  feedback = said;
  if (untouched) note.value = said?.note ?? '';
  place.querySelectorAll('[data-kind]').forEach(
    (button) => button.setAttribute('aria-pressed', String(said?.kind === button.dataset.kind)));
  place.querySelector('.said').replaceWith(saidBy());
}

/** Nothing is shown any more. */
export function leave(place) {
  shown = null;
  place.replaceChildren();
}

/** Marks the alert by a key; the same key again takes the mark back. */
export function key(event, id, row) {
  const kind = KINDS[event.key];
  if (!kind) return false;
  const said = id === shown ? feedback : row?.feedback;
  const note = id === shown && document.querySelector('.marking [name=note]');
  mark(id, said?.kind === kind ? null : kind, note ? note.value.trim() : said?.note ?? '');
  return true;
}

async function mark(id, kind, note) {
  const path = `/api/alerts/${encodeURIComponent(id)}/feedback`;
  try {
    if (kind) await ask('PUT', path, { body: { kind, note, by: name() } });
    else await ask('DELETE', path);
    say(kind ? `Marked: ${MARKS[kind].toLowerCase()}` : 'Mark taken back');
  } catch (error) {
    say(error.message, true);
  }
}

function marking({ alert: first }) {
  alert = first;
  const note = h('input', {
    name: 'note', maxlength: 2000, value: feedback?.note ?? '', placeholder: 'Note', 'aria-label': 'Note', autocomplete: 'off',
    onchange: () => feedback && mark(alert.id, feedback.kind, note.value.trim()),
  });
  return h('div', { class: 'marking' },
    h('div', { class: 'buttons' },
      Object.entries(MARKS).map(([kind, label]) => h('button', {
        type: 'button', 'aria-pressed': String(feedback?.kind === kind), 'data-kind': kind,
        onclick: () => mark(alert.id, feedback?.kind === kind ? null : kind, note.value.trim()),
      }, label)),
      note,
      h('button', { type: 'button', class: 'plain silence', onclick: () => silence(alert.entry, alert.title) }, 'Silence entry…'),
      h('button', { type: 'button', class: 'plain test', onclick: () => copyAsTest(alert, article, feedback?.kind === 'false_alarm') }, 'Copy as test')),
    saidBy());
}

function saidBy() {
  return h('p', { class: 'meta said', hidden: !feedback },
    feedback && [
      h('span', {}, MARKS[feedback.kind], feedback.by && ` by ${feedback.by}`), h('span', {}, time(feedback.at))]);
}

function closer(close) {
  return h('button', { type: 'button', class: 'close plain', onclick: close, 'aria-label': 'Close the alert' }, '×');
}

function head({ alert, state }) {
  return h('header', { class: 'head' },
    h('p', { class: 'top' },
      h('span', { class: `severity ${alert.severity}` }, alert.severity),
      h('span', { class: 'entry', dir: 'auto' }, alert.title),
      state !== 'raised' && state !== 'updated' && h('b', {}, state)),
    h('p', { class: 'meta' },
      h('span', {}, `${alert.watchlist} / ${alert.entry}`),
      h('span', {}, 'score ', alert.score.toFixed(2)),
      alert.tags.map((tag) => h('span', {}, `#${tag}`))),
    alert.summary && counted(alert),
    alert.silenced && h('p', { class: 'meta' }, h('b', {}, 'Silenced'),
      h('span', {}, alert.silenced.until ? `until ${full(alert.silenced.until)}` : 'until further notice'),
      h('span', { dir: 'auto' }, [alert.silenced.reason, alert.silenced.by && `by ${alert.silenced.by}`].filter(Boolean).join(', '))));
}

/** What a summary stands for, and where it is to be found. */
function counted({ entry, summary }) {
  return [
    h('p', { class: 'meta' },
      h('b', {}, `${count(summary.count, 'alert')} only counted`),
      h('span', {}, 'from ', time(summary.from), ' to ', time(summary.until), ', this is the last')),
    h('p', { class: 'meta' }, h('code', {}, `./vedette alerts --suppressed --entry ${entry} --since ${summary.from}`)),
  ];
}

function sheet({ alert }, text) {
  const { article } = alert;
  const label = article.title || 'Without a headline';
  const marks = alert.hits.filter((hit) => hit.field === 'title').sort((a, b) => a.start - b.start);
  return h('article', { lang: /^[A-Za-z0-9-]+$/.test(article.language) ? article.language : null },
    h('h2', { dir: 'auto' }, marks.length ? stretch(label, 0, label.length, marks) : label),
    h('p', { class: 'meta', lang: 'en' },
      h('span', {}, article.source),
      article.language && h('span', {}, article.language),
      article.publishedAt && h('span', {}, 'published ', time(article.publishedAt)),
      h('span', {}, 'read ', time(article.fetchedAt)),
      article.url && h('span', {}, outward(article.url, 'Original'))),
    text);
}

async function fill(place, alert, id) {
  let found;
  try {
    found = await kept(alert, id);
  } catch (error) {
    if (shown === id) {
      place.replaceChildren(
        h('p', { class: 'faint', lang: 'en' }, `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}; this is the excerpt that the alert carries.`),
        h('p', { dir: 'auto' }, alert.snippet));
    }
    return;
  }
  if (shown !== id) return;
  article = found.article;
  const paragraphs = withoutTitle(body(found.article, alert.hits), alert.article.title);
  place.replaceChildren(...paragraphs,
    found.article.truncated ? h('p', { class: 'faint', lang: 'en' }, 'The text was longer; this is what is kept.') : '');
  if (paragraphs.length === 0) place.replaceChildren(h('p', { class: 'faint', lang: 'en' }, 'The article has no text besides its headline.'));
}

/** An alert may be here a moment before its article is. */
async function kept(alert, id) {
  for (let tries = 0; ; tries++) {
    try {
      return await get(`/api/articles/${encodeURIComponent(alert.article.id)}`, { revision: alert.article.revision });
    } catch (error) {
      const isNew = Date.now() - new Date(alert.article.fetchedAt) < 120e3;
      if (!isNew || tries === 20 || shown !== id) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function reasons(alert) {
  const more = alert.totalHits - alert.hits.length;
  return h('section', { class: 'why' },
    h('h3', {}, `Why: ${count(alert.totalHits, 'mention')}`),
    h('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': 'Mentions' },
      h('table', {},
        h('thead', {}, h('tr', {}, ['Words', 'Name', 'By', 'Where'].map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, alert.hits.slice(0, 40).map((hit) => h('tr', {},
          h('td', {}, h('bdi', {}, hit.surface)),
          h('td', {}, h('bdi', {}, hit.name), hit.strength === 'weak' && h('span', { class: 'faint' }, ' weak')),
          h('td', {}, hit.how.map(step).join(', ')),
          h('td', { class: 'faint' }, `${hit.zone} ${hit.start}`)))))),
    (more > 0 || alert.hits.length > 40) && h('p', { class: 'faint' },
      `and ${count(alert.totalHits - Math.min(40, alert.hits.length), 'more mention')} in the text`));
}

function story({ alert }) {
  const { copies, totalCopies } = alert.story;
  return h('section', { class: 'story' },
    h('h3', {}, totalCopies ? `Story: ${count(totalCopies, 'copy', 'copies')}` : 'Story: no copies yet'),
    copies.length > 0 && h('ul', { class: 'copies' }, copies.map((copy) => h('li', {},
      h('span', {}, copy.source), h('span', { class: 'faint' }, copy.kind.replaceAll('_', ' ')),
      copy.url && outward(copy.url, 'Original'),
      h('button', { type: 'button', class: 'plain', onclick: (event) => compare(event.target, alert, copy) }, 'Compare')))));
}

/** Shows how a copy differs from the text that raised the alert. */
async function compare(button, alert, copy) {
  const item = button.closest('li');
  const open = item.querySelector('.diff-place');
  if (open) {
    open.remove();
    return;
  }
  const place = h('div', { class: 'diff-place' }, h('p', { class: 'faint' }, 'Loading'));
  item.append(place);
  try {
    const first = await get(`/api/articles/${encodeURIComponent(alert.article.id)}`, { revision: alert.article.revision });
    const other = await get(`/api/articles/${encodeURIComponent(copy.article)}`);
    const whole = ({ article }) => (article.body.startsWith(article.title) ? article.body : `${article.title}\n\n${article.body}`);
    place.replaceChildren(drawn(whole(first), whole(other)));
  } catch (error) {
    place.replaceChildren(h('p', { class: 'error' }, error.message));
  }
}

async function entry(place, id) {
  if (!place.open || place.querySelector('pre')) return;
  const pre = h('pre', { tabindex: 0 }, 'Loading');
  place.append(pre);
  try {
    pre.textContent = clean((await get(`/api/entries/${encodeURIComponent(id)}`)).yaml);
  } catch (error) {
    pre.textContent = error.message;
  }
}

function history({ alert, events }) {
  return h('section', { class: 'happened' },
    h('h3', {}, 'What happened'),
    h('ol', { class: 'events' }, events.map((event) => h('li', {},
      time(event.at), ' ', h('b', {}, event.type), ' ', h('span', { class: 'faint' }, event.source)))),
    h('p', { class: 'faint small' }, `alert ${alert.id}, watchlists ${alert.watchlistVersion.slice(0, 19)}`));
}
