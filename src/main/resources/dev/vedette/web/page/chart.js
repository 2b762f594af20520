// Small charts of counts over days, drawn as SVG; what they show stands in words beside them.

import { svg, count } from './dom.js';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** Bars, one for each stretch of time; `from` is the beginning of the first. */
export function bars(numbers, from, noun, seconds = 86400, { width = 150, height = 28 } = {}) {
  const most = Math.max(1, ...numbers);
  const step = width / numbers.length;
  const total = numbers.reduce((sum, one) => sum + one, 0);
  const start = new Date(from).getTime();
  return svg('svg', {
    class: 'bars', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img',
    'aria-label': `${count(total, noun)} in ${numbers.length} days, at most ${Math.max(0, ...numbers)} a day`,
  }, numbers.map((number, i) => {
    const tall = number === 0 ? 1 : Math.max(2, (number / most) * (height - 1));
    return svg('rect', {
      class: number ? '' : 'none', x: (i * step + 0.5).toFixed(2), y: (height - tall).toFixed(2),
      width: Math.max(1, step - 1).toFixed(2), height: tall.toFixed(2), rx: 1,
    }, svg('title', {}, `${DAY.format(new Date(start + i * seconds * 1000))}: ${count(number, noun)}`));
  }));
}
