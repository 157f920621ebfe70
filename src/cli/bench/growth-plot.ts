/** The growth of the compiler as a small picture for the docs: time by basket, and loading by catalogue, each on its own scale. */
type Point = { at: number; ms: number };
const [width, height, edge] = [300, 180, 34];

export function growthPlot(bySize: readonly { size: number; ms: number }[], byCatalogue: readonly { services: number; load: number; basket: number }[]): string {
  const charts = [
    chart(
      'basket of n services out of 1,000, ms',
      bySize.map((x) => ({ at: x.size, ms: x.ms })),
      0,
    ),
    chart(
      'loading a catalogue of n services, ms',
      byCatalogue.map((x) => ({ at: x.services, ms: x.load })),
      width,
    ),
    chart(
      'basket of 20 out of n services, ms',
      byCatalogue.map((x) => ({ at: x.services, ms: x.basket })),
      2 * width,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${3 * width} ${height}" font-family="sans-serif" font-size="11" role="img" aria-label="How compiling grows">\n<rect width="100%" height="100%" fill="#fff"/>\n${charts.join('\n')}\n</svg>\n`;
}

function chart(title: string, points: readonly Point[], left: number): string {
  const [mostAt, mostMs] = [Math.max(...points.map((p) => p.at)), Math.max(...points.map((p) => p.ms))];
  const x = (p: Point) => Math.round(left + edge + (p.at / mostAt) * (width - 2 * edge));
  const y = (p: Point) => Math.round(height - edge - (p.ms / mostMs) * (height - 2.2 * edge));
  const floor = height - edge;
  return [
    `<text x="${left + edge}" y="18" fill="#222">${title}</text>`,
    `<path d="M${left + edge} ${edge}V${floor}H${left + width - edge}" fill="none" stroke="#888"/>`,
    `<polyline points="${points.map((p) => `${x(p)},${y(p)}`).join(' ')}" fill="none" stroke="#0b5cad" stroke-width="2"/>`,
    ...points.map(
      (p) =>
        `<circle cx="${x(p)}" cy="${y(p)}" r="3" fill="#0b5cad"/><text x="${x(p)}" y="${floor + 14}" text-anchor="middle" fill="#555">${p.at}</text><text x="${x(p)}" y="${y(p) - 7}" text-anchor="middle" fill="#222">${p.ms.toPrecision(2)}</text>`,
    ),
  ].join('\n');
}
