// Texts with their mentions in place. Offsets are UTF-16 units, as JavaScript counts too.

import { h, clean } from './dom.js';

const STEPS = {
  exact: 'letter for letter', width: 'full or half width', case: 'other capitals',
  accents: 'other accents', hyphen: 'other hyphens', apostrophe: 'other apostrophes',
  punctuation: 'other punctuation', spacing: 'other spaces', 'han-form': 'other Chinese forms',
  order: 'another order', 'legal-form': 'another legal form', inflected: 'an ending',
  'middle-name': 'a middle name between', part: 'a word more or less', romanised: 'another spelling',
  transliterated: 'another script', equivalent: 'another form of the name', initials: 'initials',
  surname: 'the surname alone', query: 'the query', fuzzy: 'a misprint',
};

/** A step between a name and the words, in words: `inflected:fi` is "an ending (fi)". */
export function step(how) {
  const [kind, detail] = how.split(':');
  const words = STEPS[kind] ?? kind;
  return detail && kind !== 'fuzzy' ? `${words} (${detail})` : words;
}

/** Why these words are a mention. */
export const why = (hit) =>
  `${hit.name}: ${hit.how.map(step).join(', ')}${hit.strength === 'weak' ? ', weak' : ''}`;

/** A mention in place. */
export function mention(words, hit) {
  const classes = ['hit', hit.strength, `zone-${hit.zone}`].join(' ');
  return h('mark', { class: classes, tabindex: 0, 'data-why': `${why(hit)} — ${hit.zone}` }, words);
}

/** A stretch of a text, with the mentions that stand in it; of those that overlap, the first. */
export function stretch(text, from, to, hits) {
  const parts = [];
  let at = from;
  for (const hit of hits) {
    if (hit.start < at || hit.end > to) continue;
    parts.push(text.slice(at, hit.start), mention(text.slice(hit.start, hit.end), hit));
    at = hit.end;
  }
  parts.push(text.slice(at, to));
  return parts.filter((part) => part !== '');
}

/** An excerpt that has no offsets: the words of the mentions are looked for in it. */
export function excerpt(text, hits) {
  const found = [];
  for (const hit of hits) {
    const words = hit.surface.replace(/[\s\p{Z}\p{Cc}]+/gu, ' ').trim();
    let at = words ? text.indexOf(words) : -1;
    while (at >= 0) {
      found.push({ start: at, end: at + words.length });
      at = text.indexOf(words, at + words.length);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let at = 0;
  for (const { start, end } of found) {
    if (start < at) continue;
    parts.push(text.slice(at, start), h('mark', {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

/** An article's body as paragraphs, each with its zone and its mentions. */
export function body(article, hits) {
  const own = hits.filter((hit) => hit.field === 'body').sort((a, b) => a.start - b.start);
  const text = article.body;
  const paragraphs = [];
  let at = 0;
  let next = 0;
  while (at <= text.length) {
    let end = text.indexOf('\n', at);
    // a mention may go over the end of a line
    while (next < own.length && own[next].start < at) next++;
    let over = next;
    for (;;) {
      if (end < 0) end = text.length;
      while (over < own.length && own[over].end <= end) over++;
      if (over < own.length && own[over].start < end) end = text.indexOf('\n', own[over].end);
      else break;
    }
    if (text.slice(at, end).trim() !== '') {
      const zone = zoneAt(article.zones, firstLetter(text, at, end));
      paragraphs.push(h('p', { class: `zone-${zone}`, dir: 'auto' },
        label(zone), stretch(text, at, end, own)));
    }
    at = end + 1;
  }
  return paragraphs;
}

/** Paragraphs without the first if that only says the headline again. */
export function withoutTitle(paragraphs, title) {
  const [first] = paragraphs;
  const same = first && clean(first.textContent).trim() === clean(title).trim() && !first.querySelector('mark');
  return same ? paragraphs.slice(1) : paragraphs;
}

const LABELS = {
  caption: 'Caption', link: 'Link', navigation: 'Navigation', byline: 'Byline', legal: 'Legal',
};

function label(zone) {
  return LABELS[zone] ? h('span', { class: 'zone' }, LABELS[zone]) : null;
}

function firstLetter(text, from, to) {
  let at = from;
  while (at < to && /\s/.test(text[at])) at++;
  return at;
}

function zoneAt(zones, offset) {
  const zone = zones.find((one) => one.start <= offset && offset < one.end);
  return zone ? zone.zone : 'body';
}

/** One note for all mentions, shown at the one that is pointed at. */
export function explainOnHover() {
  const note = h('div', { class: 'note', role: 'tooltip', id: 'why-note', hidden: true });
  document.body.append(note);
  let shown = null;
  const show = (mark) => {
    shown = mark;
    note.replaceChildren(h('span', { dir: 'auto' }, mark.dataset.why));
    note.hidden = false;
    const box = mark.getBoundingClientRect();
    const left = Math.min(box.left, innerWidth - note.offsetWidth - 12);
    const above = box.top > note.offsetHeight + 12;
    note.style.left = `${Math.max(8, left)}px`;
    note.style.top = `${above ? box.top - note.offsetHeight - 6 : box.bottom + 6}px`;
    mark.setAttribute('aria-describedby', note.id);
  };
  const hide = () => {
    shown?.removeAttribute('aria-describedby');
    shown = null;
    note.hidden = true;
  };
  const over = (event) => {
    const mark = event.target.closest?.('mark[data-why]');
    if (mark) show(mark);
    else if (shown) hide();
  };
  document.addEventListener('mouseover', over);
  document.addEventListener('focusin', over);
  document.addEventListener('scroll', hide, true);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
}
