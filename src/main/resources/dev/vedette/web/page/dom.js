// Elements without markup: whatever an article says becomes text, never HTML.

// Characters that turn the direction of what follows, or cannot be seen and steer what is shown.
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text that can do nothing but be read. */
export const clean = (text) => String(text ?? '').replace(STEERING, '');

/** An element: its name, its properties (`on...` are listeners) and what stands in it. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  set(element, properties);
  append(element, children);
  return element;
}

/** The same for SVG. */
export function svg(name, properties = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  set(element, properties);
  append(element, children);
  return element;
}

function set(element, properties) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value') element.value = value;
    else if (value === true) element.setAttribute(key, '');
    else element.setAttribute(key, clean(value));
  }
}

function append(element, children) {
  for (const child of children.flat(4)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(clean(child)));
  }
}

/** A link out of the house; plain text if its address is not of the web. */
export function outward(address, label) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return h('span', {}, label);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return h('span', {}, label);
  return h('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, label);
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const FULL = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric',
  hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** When, as exactly as a reader wants it at a glance; in full on hover. */
export function time(iso) {
  if (!iso) return h('span', { class: 'faint' }, 'never');
  return h('time', { datetime: iso, title: full(iso) }, when(iso));
}

export const full = (iso) => FULL.format(new Date(iso));

/** 14:05 today, 23 Nov before. */
export function when(iso, now = new Date()) {
  const then = new Date(iso);
  if (then.toDateString() === now.toDateString()) return CLOCK.format(then);
  const near = Math.abs(now - then) < 6 * 86400e3;
  return near ? `${DAY.format(then)}, ${CLOCK.format(then)}`
    : then.getFullYear() === now.getFullYear() ? DAY.format(then)
    : `${DAY.format(then)} ${then.getFullYear()}`;
}

/** The largest unit that fits: 42 s, 17 min, 5 h, 12 d. */
export function span(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 120) return `${s} s`;
  if (s < 7200) return `${Math.round(s / 60)} min`;
  return s < 172800 ? `${Math.round(s / 3600)} h` : `${Math.round(s / 86400)} d`;
}

/** One, or many: `count(2, 'alert')`. */
export const count = (n, noun, nouns = noun + 's') =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? noun : nouns}`;

/** Says something in passing, to screen readers too. */
export function say(text, isError = false) {
  const place = document.getElementById('said');
  place.replaceChildren(h('p', { class: isError ? 'error' : '' }, text));
  clearTimeout(say.timer);
  say.timer = setTimeout(() => place.replaceChildren(), isError ? 9000 : 4000);
}
