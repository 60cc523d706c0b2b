const gap = '\u0001';

/**
 * A sentence of the catalogue as something to look for: `like(en.asking.stoodDown)` finds it whatever the incident's
 * name is. Every argument becomes a gap.
 */
export function like(sentence: (a: string, b: string) => string): RegExp {
  const literal = sentence(gap, gap).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(literal.replaceAll(gap, '.+?'));
}
