/** Text that a source or a person wrote, as it is: no mark-up in it counts, and a long one ends in an ellipsis. */
export function literal(text: string, most = 240): string {
  const line = text.replace(/\s+/g, " ").trim();
  const cut = line.length > most ? `${line.slice(0, most - 1)}…` : line;
  const fence = "`".repeat(1 + Math.max(0, ...[...cut.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const room = /^`|`$/.test(cut) ? " " : "";
  return cut === "" ? "nothing" : `${fence}${room}${cut}${room}${fence}`;
}

/** A list of lines, of which the first are shown and the rest counted. */
export function list(lines: readonly string[], most = 25): string {
  const rest = lines.length - most;
  const more = rest > 0 ? [`and ${rest.toLocaleString("en-GB")} more`] : [];
  return [...lines.slice(0, most), ...more].map((line) => `* ${line}`).join("\n");
}

/** Lines behind a summary. */
export function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A section with its heading; nothing where it has no parts. */
export function section(title: string, ...parts: readonly string[]): string[] {
  const own = parts.filter((part) => part !== "");
  return own.length === 0 ? [] : [[`## ${title}`, ...own].join("\n\n")];
}

/** A count with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
