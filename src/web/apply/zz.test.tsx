import { it } from 'vitest';
import { scenarioInput, prepare } from '../../core/journey';
import { openTown } from './testing/town';
import { filled } from './testing/interview';
import { compiledDraft, openDraft, nextPage, draftSituation } from '../../app/draft';
it('perf', async () => {
  const town = await openTown({ connected: ['population', 'enterprise'] });
  for (const [j, s] of [['newborn', 'typical'], ['open-guesthouse', 'typical']] as const) {
    const b = await town.browser('zhou-lan');
    const { answers } = scenarioInput(town.law, j, s, new Set())!;
    const prepared = prepare(town.law, { journey: j });
    const types = (c: string) => prepared.datum(c)?.datum.type ?? 'choice';
    const data = new FormData(); data.append('journey', j);
    let page = await b.post('/apply', data);
    const times: number[] = []; const posts: number[] = [];
    for (let i = 0; i < 30 && page.url.includes('/q/'); i++) {
      for (let k = 0; k < 5; k++) { const t = performance.now(); await b.go(page.url); times.push(performance.now() - t); }
      const form = page.forms.find((f) => f.action.includes('/q/') && f.buttons.some((x) => x.text.includes('继续')))!;
      const t = performance.now();
      const next = await b.send(page, '继续', filled(page, answers, types));
      posts.push(performance.now() - t);
      page = next.url.includes('/registers') ? await b.send(next, next.text.includes('读取') ? /不读/ : '继续') : next;
      void form;
    }
    const q = (a: number[], p: number) => a.sort((x, y) => x - y)[Math.floor(a.length * p)]!.toFixed(1);
    console.log(j, page.url, 'GET p50', q(times, 0.5), 'p95', q(times, 0.95), 'POST+GET p50', q(posts, 0.5), 'p95', q(posts, 0.95));
    const id = /apply\/([^/]+)/.exec(page.url)![1]!;
    const draft = (await openDraft(town.product, town.person('zhou-lan'), id)) as any;
    for (const [n, f] of Object.entries({ compiled: () => compiledDraft(town.product, draft), next: () => nextPage(town.product, draft), situation: () => draftSituation(town.product, draft) })) {
      const t = performance.now(); for (let i = 0; i < 50; i++) f(); console.log(n, ((performance.now() - t) / 50).toFixed(2));
    }
  }
  await town.close();
}, 100000);
