/** What a TOML file states, by the path of its key (`limit.context`), each value as it is written. */
export type Flat = ReadonlyMap<string, string>;

/** Reads tables, keys and values line by line; arrays may run over lines. Tables in arrays have `[]` in their path. */
export function flat(text: string): Flat {
  const found = new Map<string, string>();
  let [section, key, open] = ["", "", ""];
  for (const raw of text.split("\n")) {
    const line = uncommented(raw).trim();
    const [, table] = /^\[([^[\]]+)\]$/.exec(line) ?? [];
    const [, list] = /^\[\[([^[\]]+)\]\]$/.exec(line) ?? [];
    if (open !== "") open = `${open} ${line}`;
    else if (list !== undefined) section = `${list}[].`;
    else if (table !== undefined) section = `${table}.`;
    else if (line.includes("=")) {
      key = section + line.slice(0, line.indexOf("=")).trim();
      open = line.slice(line.indexOf("=") + 1).trim();
    }
    if (list !== undefined) found.set(`${list}[]`, "");
    if (open === "" || unclosed(open)) continue;
    if (!found.has(key)) found.set(key, open);
    open = "";
  }
  return found;
}

function uncommented(line: string): string {
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === '"') quoted = !quoted;
    if (line[i] === "#" && !quoted) return line.slice(0, i);
  }
  return line;
}

function unclosed(value: string): boolean {
  return value.startsWith("[") && value.split("[").length > value.split("]").length;
}

/** Text of a key without its quotes; empty without the key. */
export function textAt(table: Flat, key: string): string {
  return (table.get(key) ?? "").replaceAll('"', "");
}

/** A number; NaN without the key. */
export function numberAt(table: Flat, key: string): number {
  const value = table.get(key);
  return value === undefined ? Number.NaN : Number(value.replaceAll("_", ""));
}

/** Items of an array of texts; none without the key. */
export function itemsAt(table: Flat, key: string): string[] {
  return [...(table.get(key) ?? "").matchAll(/"([^"]*)"/g)].map(([, item = ""]) => item);
}

/** A file with what it inherits: its own values win, and what it omits is not inherited. */
export function inherited(own: Flat, base: Flat): Flat {
  const omitted = itemsAt(own, "base_model_omit");
  const all = new Map<string, string>();
  for (const [key, value] of base)
    if (!omitted.some((path) => key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}[]`)))
      all.set(key, value);
  for (const [key, value] of own) all.set(key, value);
  return all;
}
