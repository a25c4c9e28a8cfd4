/** A colour in CIELAB, D65, 2 degree observer. */
export type Lab = readonly [l: number, a: number, b: number];

/** Linear light of red, green and blue, 0 to 1. */
export type Linear = readonly [r: number, g: number, b: number];

/** Linear light of an sRGB colour `#rrggbb` (IEC 61966-2-1). */
export function linear(hex: string): Linear {
  const part = (at: number): number => decoded(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [part(1), part(3), part(5)];
}

function decoded(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** The sRGB colour `#rrggbb` of linear light; what lies outside the gamut is clipped. */
export function hexOf(light: Linear): string {
  const byte = (value: number): number => Math.round(255 * encoded(Math.min(1, Math.max(0, value))));
  return `#${light.map((value) => byte(value).toString(16).padStart(2, "0")).join("")}`;
}

/** What a colour of some opacity gives on an opaque ground, blended as browsers do, in sRGB bytes. */
export function over(hex: string, ground: string, opacity: number): string {
  const byte = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(byte(hex, at) * opacity + byte(ground, at) * (1 - opacity)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** CIELAB of linear light; white is that of sRGB, D65. */
export function lab([r, g, b]: Linear): Lab {
  const x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047;
  const y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b;
  const z = (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883;
  const [fx, fy, fz] = [cubic(x), cubic(y), cubic(z)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function cubic(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}

/** Contrast ratio of two colours, WCAG 2.2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
