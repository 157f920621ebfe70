/** The light of a step in words and shape, and instants as the desk writes them. */
import type { Text } from '../text';
import { Tag, type Tone } from '../ui';
import type { Light } from '../../app/light';

const looks: { [colour in Light['colour']]: { tone: Tone; shape: string } } = {
  green: { tone: 'good', shape: '●' },
  yellow: { tone: 'warning', shape: '▲' },
  red: { tone: 'bad', shape: '■' },
  none: { tone: 'plain', shape: '–' },
};

export const TimeTag = ({ t, light }: { t: Text; light: Light }) => (
  <Tag tone={looks[light.colour].tone}>
    <span aria-hidden="true">{looks[light.colour].shape}</span>
    {inWords(t, light)}
  </Tag>
);

/** The same in a line of text. */
export const LightSign = ({ t, light }: { t: Text; light: Light }) => (
  <span class={`light ${looks[light.colour].tone}`}>
    <span aria-hidden="true">{looks[light.colour].shape}</span> {inWords(t, light)}
  </span>
);

function inWords(t: Text, light: Light): string {
  switch (light.colour) {
    case 'green':
      return t.desk.lights.green(light.days);
    case 'yellow':
      return t.desk.lights.yellow(light.days);
    case 'red':
      return t.desk.lights.red(t.desk.which[light.by], light.days);
    case 'none':
      return light.pending === undefined ? t.desk.lights.still : t.desk.lights.pending(`${light.pending}`);
  }
}

/** 11月23日, with the year when it is not this one; the hour where `clock` asks for it. Instants carry the city's offset. */
export function shortDay(t: Text, instant: string, today: string, clock = false): string {
  const [y, m, d] = [instant.slice(0, 4), Number(instant.slice(5, 7)), Number(instant.slice(8, 10))];
  const other = y !== today.slice(0, 4);
  const date = t.lang === 'zh' ? `${other ? `${y}年` : ''}${m}月${d}日` : `${d} ${months[m - 1]}${other ? ` ${y}` : ''}`;
  return clock ? `${date} ${instant.slice(11, 16)}` : date;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
