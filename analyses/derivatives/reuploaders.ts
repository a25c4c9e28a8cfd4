import { endsOf, type LineageRow } from "./ends.ts";
import { isPooled, type Publishers } from "./publishers.ts";

/** Fewest derived models of a namespace that the rule looks at, and the share of copies from which on it re-uploads. */
export const rule = { fewest: 20, share: 0.5 } as const;

/**
 * Namespaces of the registry that publish other people's models in other formats: of at least 20 models with a base, half
 * or more are quantisations of models of other companies.
 */
export function reuploaders(
  rows: readonly LineageRow[],
  publishers: Publishers,
  share: number = rule.share,
): ReadonlySet<string> {
  const own = Map.groupBy(
    rows.filter(({ owner }) => !isPooled(owner)),
    ({ owner }) => owner,
  );
  const found = [...own].filter(([, of]) => {
    const [all, copies] = [models(of), models(of.filter((row) => isCopy(row, publishers)))];
    return all >= rule.fewest && copies / all >= share;
  });
  return new Set(found.map(([owner]) => owner));
}

/** Whether the models of a row are quantisations of what others publish. */
function isCopy(row: LineageRow, publishers: Publishers): boolean {
  const company = publishers.company(row.owner);
  return (
    row.relation === "quantized" && endsOf(row, "base").every(({ owner }) => publishers.company(owner) !== company)
  );
}

/** Models of all rows. */
export function models(rows: readonly Pick<LineageRow, "models">[]): number {
  return rows.reduce((sum, row) => sum + row.models, 0);
}
