import type { Analysis } from "#kit/define.ts";
import { reports } from "../report.ts";
import { changesOfAll, today } from "./today.ts";
import type { Changes } from "./types.ts";

const modules = import.meta.glob<{ default: Analysis }>(["/analyses/*/analysis.ts", "!/analyses/_*/**"], {
  eager: true,
});

const all = changesOfAll(reports, await today(Object.values(modules)));

/** What changed in an edition since the one before it, computed once a build. */
export function changesIn(edition: string): Changes {
  const changes = all.find((one) => one.edition.id === edition);
  if (changes === undefined) throw new Error(`no edition ${edition} has changes`);
  return changes;
}
