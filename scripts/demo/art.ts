/** A cover made of arcs in the module's colour; the pattern follows from the code, so that it is the same each time. */
export function coverSvg(code: string, accent: string): string {
  const random = seeded(code);
  const cell = 160;
  const shapes: string[] = [];
  for (let y = 0; y < 5; y++) {
    for (let x = 0; x < 10; x++) {
      const opacity = (0.08 + random() * 0.3).toFixed(2);
      const kind = Math.floor(random() * 4);
      const [left, top] = [x * cell, y * cell];
      const corner = [
        `M${left} ${top}h${cell}A${cell} ${cell} 0 0 1 ${left} ${top + cell}z`,
        `M${left + cell} ${top}v${cell}A${cell} ${cell} 0 0 1 ${left} ${top}z`,
        `M${left + cell} ${top + cell}h-${cell}A${cell} ${cell} 0 0 1 ${left + cell} ${top}z`,
        `M${left} ${top + cell}v-${cell}A${cell} ${cell} 0 0 1 ${left + cell} ${top + cell}z`,
      ][kind];
      if (random() > 0.35) shapes.push(`<path d="${corner}" fill="#ffffff" fill-opacity="${opacity}"/>`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 800"><rect width="1600" height="800" fill="${accent}"/>${shapes.join('')}</svg>`;
}

/** A portrait for somebody without one: initials on two tones. */
export function portraitSvg(name: string, hue: number): string {
  const initials = name
    .split(' ')
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="hsl(${hue},38%,32%)"/><circle cx="310" cy="90" r="190" fill="hsl(${hue},42%,42%)"/><text x="200" y="255" font-family="Inter" font-weight="600" font-size="150" fill="#ffffff" text-anchor="middle">${initials}</text></svg>`;
}

/** Numbers from 0 to 1 that follow from a text (mulberry32 by Tommy Ettinger, public domain). */
export function seeded(text: string): () => number {
  let state = [...text].reduce(
    (sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0,
    7,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
