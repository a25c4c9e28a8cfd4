import { colourVariables } from "#kit/colours.ts";
import { text } from "../lib/downloads.ts";

/** The colours of both themes, from the registry that figures use. */
export function GET(): Response {
  const [light, dark] = [colourVariables("light"), colourVariables("dark")];
  const rules = [
    `:root { color-scheme: light; ${light} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${dark} } }`,
    `:root[data-theme="dark"] { color-scheme: dark; ${dark} }`,
    `@media print { :root:root:root { color-scheme: light; ${light} } }`,
  ];
  return text(`${rules.join("\n")}\n`, "text/css");
}
