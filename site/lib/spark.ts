/** Size of a trend line in CSS pixels. */
export const box = { width: 128, height: 30, pad: 4 } as const;

/** A trend line: its points, oldest first, and the last of them. */
export interface Line {
  readonly points: string;
  readonly last: { readonly x: number; readonly y: number };
}

/** Points of a trend line, oldest first, and its last point; null with fewer than two values. */
export function spark(values: readonly number[]): Line | null {
  if (values.length < 2) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (i: number) => round(box.pad + (i * (box.width - 2 * box.pad)) / (values.length - 1));
  const y = (value: number) =>
    round(box.height - box.pad - ((value - low) / (high - low || 1)) * (box.height - 2 * box.pad));
  const at = values.map((value, i) => ({ x: x(i), y: y(value) }));
  const last = at.at(-1);
  return last === undefined ? null : { points: at.map((point) => `${point.x},${point.y}`).join(" "), last };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
