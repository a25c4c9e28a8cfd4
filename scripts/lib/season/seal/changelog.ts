import { day } from "#kit/format.ts";
import type { Report } from "#site/lib/assemble.ts";
import type { Changes } from "#site/lib/changes/types.ts";
import { classes, type Seal, type SealedFile } from "#site/lib/seal/format.ts";
import { counted, dated } from "#site/lib/words.ts";
import { sealHash } from "./put.ts";

/** Place of the record of releases, from the project's root. */
export const changelogPath = "data/editions/CHANGELOG.md";

const head = "# Changelog of the editions\n\nWhat was released, and what was sealed again. The newest stands first.\n";

/** The changelog with the section of a seal before all others. */
export function withSection(changelog: string | null, section: string): string {
  const old = changelog ?? head;
  const at = old.search(/^## /m);
  const [before, after] = at < 0 ? [`${old.trimEnd()}\n\n`, ""] : [old.slice(0, at), `\n${old.slice(at)}`];
  return `${before}${section}${after}`;
}

/** What a seal is told from. */
interface Sealed {
  readonly report: Report;
  readonly changes: Changes;
  /** The seal before it; null for the first. */
  readonly old: Seal | null;
}

/** What a seal sealed, in a section of the changelog. */
export function sectionOf(seal: Seal, { report, changes, old }: Sealed): string {
  const { edition, sealed, because, code } = seal;
  const again = because === null ? "" : `, sealed again on ${day(sealed)}`;
  const lines = [
    because === null ? `Released on ${day(sealed)}, ${plain(dated(edition))}.` : `Sealed again because: ${because}`,
    ...(old === null ? [] : [`Other than in the seal before: ${otherFiles(seal, old)}.`]),
    ...contents(report),
    ...causesOf(changes),
    `Code: version ${code.version}, commit ${code.commit}.`,
    `Seal: ${sealHash(seal)}, over ${plain(counted(seal.files.length, "file"))}.`,
  ];
  return `## ${edition.title} (${edition.id})${again}\n\n${lines.map((line) => `* ${line}\n`).join("")}`;
}

function contents({ edition, chapters, tables, ledger }: Report): string[] {
  const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);
  const facts = total(chapters.map((chapter) => chapter.facts.size));
  const figures = total(chapters.map((chapter) => chapter.figures.size));
  const rows = total(tables.map(({ count }) => count));
  const pins = Object.entries(edition.sources).map(([id, revision]) => `${id} at ${revision.slice(0, 12)}`);
  return [
    `${counted(chapters.length, "chapter")}: ${chapters.map(({ analysis }) => analysis.label).join(", ")}.`,
    `${counted(facts, "fact")}, ${counted(figures, "figure")}, ${counted(ledger.entries.length, "published figure")} in the ledger.`,
    `${counted(tables.length, "evidence table")} of ${counted(rows, "row")} from ${counted(pins.length, "source")}: ${pins.join(", ")}.`,
  ].map(plain);
}

/** How many facts changed since the edition before, by main cause. */
function causesOf({ before, tally }: Changes): string[] {
  const some = tally.filter(({ count }) => count > 0).map(({ cause, count }) => `${count} ${cause}`);
  return before === null ? [] : [`Facts since ${before.title}, by main cause: ${some.join(", ")}.`];
}

/** How many files of each class differ between two seals. */
function otherFiles({ files }: Seal, old: Seal): string {
  const was = new Map(old.files.map(({ path, sha256 }) => [path, sha256]));
  const is = new Set(files.map(({ path }) => path));
  const gone = old.files.filter(({ path }) => !is.has(path));
  const other = [...files.filter(({ path, sha256 }) => was.get(path) !== sha256), ...gone];
  const words = [...Map.groupBy(other, ({ class: kind }: SealedFile) => kind)];
  return (
    words.map(([kind, all]) => `${plain(counted(all.length, "file"))} of ${classes[kind]}`).join(", ") || "nothing"
  );
}

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
