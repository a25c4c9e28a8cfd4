import { grounds, resolveColours } from "../colours.ts";
import type { Told } from "../tell.ts";
import { draw, sizes } from "./draw.ts";
import { escapeXml } from "./serialise.ts";

const margin = 24;
const sans = "Inter, 'Helvetica Neue', Arial, sans-serif";
const serif = "'Source Serif 4', Georgia, serif";

/** Characters in a line, few enough for the widest faces that a viewer may put in the place of ours. */
const line = { title: 50, subtitle: 84, foot: 92 } as const;

/** A figure as a file of its own: title, subtitle, picture and source line on paper, light theme. */
export function standalone(told: Told, foot: string): string {
  const { width, height, inner } = draw(told, sizes.wide);
  const title = wrap(told.title, line.title).map((words, i) => textLine(words, 20 + i * 26, 21, serif, 600));
  const top = 20 + title.length * 26;
  const subtitle = wrap(told.subtitle, line.subtitle).map((words, i) =>
    textLine(words, top + i * 18, 13, sans, 400, "quiet"),
  );
  const plotTop = top + subtitle.length * 18;
  const feet = wrap(foot, line.foot).map((words, i) =>
    textLine(words, plotTop + height + 24 + i * 16, 12, sans, 400, "quiet"),
  );
  const total = { width: width + 2 * margin, height: plotTop + height + 24 + feet.length * 16 + 2 * margin };
  const body =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${total.width}" height="${total.height}" ` +
    `viewBox="0 0 ${total.width} ${total.height}" role="img" aria-labelledby="title desc" color="var(--ink)">` +
    `<title id="title">${escapeXml(told.title)}</title><desc id="desc">${escapeXml(told.long)}</desc>` +
    `<rect width="100%" height="100%" fill="${grounds.light.paper}"/>` +
    `<g transform="translate(${margin},${margin})" fill="var(--ink)">${[...title, ...subtitle].join("")}` +
    `<g transform="translate(0,${plotTop})" font-family="${sans}" font-size="13" fill="currentColor" text-anchor="middle">` +
    `${inner}</g>${feet.join("")}</g></svg>\n`;
  return resolveColours(body, "light");
}

function textLine(text: string, y: number, size: number, family: string, weight: number, colour = "ink"): string {
  return (
    `<text y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="var(--${colour})">` +
    `${escapeXml(text)}</text>`
  );
}

/** Breaks a text into lines of at most `length` characters at spaces. */
export function wrap(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > length) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
