/** How a page is read aloud: in the order it stands in, under headings that skip no level, with one main part; and by hand, in the order it is seen. */
import type { Page } from 'playwright-core';

type AxNode = { nodeId: string; ignored: boolean; backendDOMNodeId?: number; childIds?: string[]; parentId?: string };
type DomNode = { backendNodeId: number; nodeName: string; children?: DomNode[] };

/** Complaints, one line each. */
export async function readAloud(page: Page): Promise<string[]> {
  return [...(await headings(page)), ...(await order(page)), ...(await moved(page))];
}

const headings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((h) => (h as HTMLElement).checkVisibility());
    const wrong: string[] = [];
    let above = 0;
    for (const h of shown) {
      const level = Number(h.tagName[1]);
      if (above > 0 && level > above + 1) wrong.push(`h${above} is followed by h${level}: ${h.textContent?.trim().slice(0, 40)}`);
      above = level;
    }
    const first = shown.filter((h) => h.tagName === 'H1');
    if (first.length !== 1) wrong.push(`${first.length} h1`);
    if (document.querySelectorAll('main').length !== 1) wrong.push('not one main');
    return wrong;
  });

/** The tree that a screen reader is given, walked from the top, against the document walked from the top. */
async function order(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  await cdp.detach();
  const place = new Map<number, { at: number; name: string }>();
  const walk = (node: DomNode): void => {
    place.set(node.backendNodeId, { at: place.size, name: node.nodeName.toLowerCase() });
    for (const child of node.children ?? []) walk(child);
  };
  walk(root);
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const wrong: string[] = [];
  let last = -1;
  const read = (node: AxNode | undefined): void => {
    if (!node) return;
    const here = node.ignored || node.backendDOMNodeId === undefined ? undefined : place.get(node.backendDOMNodeId);
    // A box drawn by the style sheet has a place of its own inside its element; only what stands in the document counts.
    if (here && here.at < last && !here.name.startsWith('::')) wrong.push(`<${here.name}> is read after what follows it`);
    if (here) last = Math.max(last, here.at);
    for (const child of node.childIds ?? []) read(byId.get(child));
  };
  read(nodes.find((n) => n.parentId === undefined));
  return wrong.slice(0, 5);
}

/** Whatever shows things in another order than they are read in. */
const moved = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    for (const e of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(e);
      if (e.tabIndex > 0) wrong.push(`tabindex ${e.tabIndex}: ${e.outerHTML.slice(0, 80)}`);
      if (style.order !== '0') wrong.push(`order ${style.order}: ${e.outerHTML.slice(0, 80)}`);
      if (/reverse/.test(style.flexDirection) && style.display.includes('flex') && e.querySelector('a, button, input, select, textarea')) wrong.push(`reversed: ${e.outerHTML.slice(0, 80)}`);
      if (e.hasAttribute('aria-owns') || e.hasAttribute('aria-flowto')) wrong.push(`owns: ${e.outerHTML.slice(0, 80)}`);
    }
    return wrong.slice(0, 5);
  });

/** Visible text smaller than `least` CSS pixels, as text; what a screen reader alone is given is not seen. */
export const smallText = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((min) => {
    const wrong = new Map<string, string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const e = node.parentElement;
      if (!e || !node.textContent?.trim() || !e.checkVisibility() || e.closest('.visually-hidden, option, script, style')) continue;
      const size = Number.parseFloat(getComputedStyle(e).fontSize);
      if (size < min - 0.1)
        wrong.set(
          `${e.tagName.toLowerCase()}.${e.className}`,
          `${size.toFixed(1)} px: ${e.tagName.toLowerCase()}.${typeof e.className === 'string' ? e.className : ''} ${node.textContent.trim().slice(0, 40)}`,
        );
    }
    return [...wrong.values()];
  }, least);
