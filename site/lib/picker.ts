import type { Report } from "./assemble.ts";

/** Pages that every edition has, below its own address; `conflicts` only where its ledger has prose on them. */
const always = ["", "claims/", "methodology/", "sources/", "changes/", "errata/"];
const conflicts = "claims/conflicts/";

/** What the picker reads of an edition. */
export type Pickable = Pick<Report, "edition"> & {
  readonly chapters: readonly { readonly analysis: Pick<Report["chapters"][number]["analysis"], "id" | "label"> }[];
  readonly ledger: Pick<Report["ledger"], "conflicts">;
};

/** The way to an edition from a page of another, or of the same. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly draft: boolean;
  /** Whether the page is of this edition. */
  readonly here: boolean;
  /** Page below the edition's address: the same one, or the front page where the edition lacks it. */
  readonly page: string;
  /** What it lacks, as "no chapter on size"; null where it has the page. */
  readonly lacks: string | null;
}

/** The page of an address, below its edition; the front page for any address that is not below it. */
export function pageOf(pathname: string, edition: string): string {
  const at = pathname.indexOf(`/${edition}/`);
  return at < 0 ? "" : pathname.slice(at + edition.length + 2);
}

/** Every edition, newest first, at the page that a reader is on. */
export function choices(reports: readonly Pickable[], here: string, page: string): Choice[] {
  const from = reports.find(({ edition }) => edition.id === here);
  return reports.map((report) => {
    const { id, title, status } = report.edition;
    const kept = has(report, page);
    return {
      ...{ id, title, draft: status === "draft", here: id === here },
      page: kept ? page : "",
      lacks: kept ? null : what(from, page),
    };
  });
}

function has({ chapters, ledger }: Pickable, page: string): boolean {
  if (page === conflicts) return ledger.conflicts;
  return always.includes(page) || chapters.some(({ analysis }) => `${analysis.id}/` === page);
}

/** What an edition without the page lacks, in the words of the edition that has it. */
function what(from: Pickable | undefined, page: string): string {
  if (page === conflicts) return "no prose on figures that conflict";
  const chapter = from?.chapters.find(({ analysis }) => `${analysis.id}/` === page);
  return chapter === undefined ? "no such page" : `no chapter “${chapter.analysis.label}”`;
}

/** Every page of an edition below its address, each with its name. */
export function pagesOf({ chapters, ledger }: Pickable): { readonly page: string; readonly title: string }[] {
  const named = ["Front page", "Claims", "Methodology", "Sources", "Changes", "Errata"];
  return [
    ...always.map((page, i) => ({ page, title: named[i] ?? page })),
    ...(ledger.conflicts ? [{ page: conflicts, title: "Figures that conflict" }] : []),
    ...chapters.map(({ analysis }) => ({ page: `${analysis.id}/`, title: analysis.label })),
  ];
}
