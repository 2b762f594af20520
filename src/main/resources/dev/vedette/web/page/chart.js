// Small charts of counts over time, drawn as SVG; what they show stands in words and numbers beside them.

import { svg, count } from './dom.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** What a stretch of time is called that begins then; a day by its middle, as clocks are put forward and back. */
export const stretch = (begin, seconds) =>
  (seconds < 86400 ? CLOCK.format(begin) : DAY.format(begin + 43200e3));

/** Bars, one for each stretch of time; `from` is the beginning of the first. `chosen` is told the one that is clicked. */
export function bars(numbers, from, noun, { seconds = 86400, width = 150, height = 28, wide = false, chosen } = {}) {
  const most = Math.max(1, ...numbers);
  const step = width / numbers.length;
  const start = new Date(from).getTime();
  return svg('svg', {
    class: `bars ${wide ? 'stretched' : ''} ${chosen ? 'chosen' : ''}`, viewBox: `0 0 ${width} ${height}`,
    width: wide ? null : width, height, preserveAspectRatio: wide ? 'none' : null, role: 'img',
    'aria-label': words(numbers, start, noun, seconds),
  }, numbers.map((number, i) => {
    const tall = number === 0 ? 1 : Math.max(2, (number / most) * (height - 1));
    const begin = start + i * seconds * 1000;
    return svg('g', { onclick: chosen && (() => chosen(begin)) },
      svg('title', {}, `${stretch(begin, seconds)}: ${count(number, noun)}`),
      svg('rect', { class: 'ground', x: (i * step).toFixed(2), y: 0, width: step.toFixed(2), height }),
      svg('rect', {
        class: number ? 'bar' : 'none', x: (i * step + 0.1 * step).toFixed(2), y: (height - tall).toFixed(2),
        width: (0.8 * step).toFixed(2), height: tall.toFixed(2),
      }));
  }));
}

/** The chart in a sentence. */
function words(numbers, start, noun, seconds) {
  const total = numbers.reduce((sum, one) => sum + one, 0);
  const most = Math.max(0, ...numbers);
  const peak = stretch(start + numbers.indexOf(most) * seconds * 1000, seconds);
  return `${count(total, noun)} since ${stretch(start, seconds)}${total ? `, the most, ${most}, ${seconds < 86400 ? 'from' : 'on'} ${peak}` : ''}`;
}
