/**
 * Text of the data, safe to print: characters that control, direct or hide others become `\u{...}`, and a long text is
 * cut at `longest` characters and says how long it is.
 */
export function shown(text: string, longest = 80): string {
  const characters = [...text];
  const kept = characters.slice(0, longest).map(escaped).join("");
  return characters.length > longest ? `${kept}… (${characters.length} characters)` : kept;
}

/** Control, format (right-to-left marks among them), unassigned, private and lone surrogates; line and paragraph ends. */
function escaped(character: string): string {
  if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(character)) return character;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Days in words: 1 day, 2 days. */
export function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
