import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Widths at which every page is looked at, in CSS pixels. */
export const widths = [320, 360, 768, 1280, 1440] as const;

/** What a page shows at one width. */
export interface Look {
  /** Pixels by which it is wider than the window. */
  readonly sideways: number;
  /** Texts in figures, and the size in pixels of the smallest. */
  readonly texts: number;
  readonly smallest: number;
  /** Labels that leave their figure. */
  readonly outside: readonly string[];
}

/** Violations of accessibility rules, each with the elements that break it. */
export async function violationsOf(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** What the page shows at every width, the page itself loaded once. */
export async function looksOf(page: Page): Promise<Map<number, Look>> {
  const looks = new Map<number, Look>();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    looks.set(width, await page.evaluate(look));
  }
  return looks;
}

function look(): Look {
  const root = document.documentElement;
  const texts = [...document.querySelectorAll<SVGTextElement>("figure svg text")].filter((text) =>
    text.ownerSVGElement?.checkVisibility(),
  );
  const sizes = texts.map((text) => {
    const svg = text.ownerSVGElement;
    const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
  });
  const outside = texts.filter((text) => {
    const [own, around] = [text.getBoundingClientRect(), text.closest("figure")?.getBoundingClientRect()];
    return around !== undefined && (own.left < around.left - 1 || own.right > around.right + 1);
  });
  return {
    sideways: root.scrollWidth - root.clientWidth,
    texts: texts.length,
    smallest: sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    outside: outside.map((text) => text.textContent ?? ""),
  };
}
