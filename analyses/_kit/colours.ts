import registry from "#data/reference/colours.json" with { type: "json" };

/** Ground, ink and the one accent (links, focus) of a theme; everything else is an entity's colour. */
export const grounds = {
  light: { paper: "#fbfaf7", ink: "#1c1b19", quiet: "#54514a", rule: "#d9d5cb", accent: "#2f3f8f" },
  dark: { paper: "#15161a", ink: "#e8e5de", quiet: "#aeaaa0", rule: "#3a3b40", accent: "#b4c0f4" },
} as const;

export type Theme = keyof typeof grounds;

const entities: Readonly<Record<string, Readonly<Record<Theme, string>>>> = registry;

/** The colour of an entity in every figure and edition; entities without one share the neutral. */
export function colourOf(entity: string): string {
  return `var(--entity-${(entity in entities ? entity : "rest").toLowerCase()})`;
}

/** CSS declarations of all colours of a theme. */
export function colourVariables(theme: Theme): string {
  const ground = Object.entries(grounds[theme]).map(([name, value]) => `--${name}: ${value};`);
  const marks = Object.entries(entities).map(([name, value]) => `--entity-${name.toLowerCase()}: ${value[theme]};`);
  return [...ground, ...marks].join(" ");
}

/** Replaces `var(--name)` by the theme's value, for files that stand alone. */
export function resolveColours(css: string, theme: Theme): string {
  const values: Record<string, string> = Object.fromEntries(
    [...colourVariables(theme).matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
  return css.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => values[name] ?? whole);
}
