import type { Lab } from "./lab.ts";

const radians = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * radians);
const cos = (degrees: number): number => Math.cos(degrees * radians);

/** Hue in degrees, 0 to 360; 0 for grey. */
function hue(a: number, b: number): number {
  const angle = Math.atan2(b, a) / radians;
  return angle < 0 ? angle + 360 : angle;
}

/** Factor by which a* grows near the grey axis. */
function stretch(one: Lab, other: Lab): number {
  const mean7 = ((Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2) ** 7;
  return 1.5 - 0.5 * Math.sqrt(mean7 / (mean7 + 25 ** 7));
}

/** Difference of two hues in degrees, -180 to 180. */
function turn(from: number, to: number): number {
  const plain = to - from;
  return plain > 180 ? plain - 360 : plain < -180 ? plain + 360 : plain;
}

/** Mean of two hues on the shorter arc. */
function middle(one: number, other: number): number {
  const sum = one + other;
  if (Math.abs(one - other) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

/** Colour difference CIEDE2000, parametric factors 1 (Sharma, Wu and Dalal 2005); 10 is plainly visible. */
export function difference(one: Lab, other: Lab): number {
  const grey = stretch(one, other);
  const [c1, c2] = [Math.hypot(grey * one[1], one[2]), Math.hypot(grey * other[1], other[2])];
  const [h1, h2] = [hue(grey * one[1], one[2]), hue(grey * other[1], other[2])];
  const neutral = c1 * c2 === 0;
  const h = neutral ? h1 + h2 : middle(h1, h2);
  const c = (c1 + c2) / 2;
  const l50 = ((one[0] + other[0]) / 2 - 50) ** 2;
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const light = (other[0] - one[0]) / (1 + (0.015 * l50) / Math.sqrt(20 + l50));
  const chroma = (c2 - c1) / (1 + 0.045 * c);
  const tint = (neutral ? 0 : 2 * Math.sqrt(c1 * c2) * sin(turn(h1, h2) / 2)) / (1 + 0.015 * c * t);
  const rotation = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * sin(60 * Math.exp(-(((h - 275) / 25) ** 2)));
  return Math.sqrt(light ** 2 + chroma ** 2 + tint ** 2 + rotation * chroma * tint);
}
