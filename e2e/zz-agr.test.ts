import { test } from 'vitest';
import { launch, open, violations, desk, phone } from './browser';
test('x', async () => {
  const b = await launch();
  for (const [name, viewport, dark] of [['desk', desk, false], ['phone', phone, true]] as const) for (const lang of ['zh', 'en']) {
    if ((name === 'desk') !== (lang === 'en')) continue;
    const c = await open(b, { viewport, dark, script: true });
    const p = await c.newPage();
    await p.goto(`${process.env.AGR}/agreements?lang=${lang}`);
    console.log(await violations(p));
    const h = await p.evaluate(() => document.documentElement.scrollHeight);
    const step = name === 'desk' ? 1800 : 2400;
    for (let y = 0, k = 0; y < h; y += step, k++) await p.screenshot({ path: `/tmp/shots/${name}-${k}.png`, fullPage: true, clip: { x: 0, y, width: viewport.width, height: Math.min(step, h - y) } });
    await c.close();
  }
  await b.close();
}, 120000);
