import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../cli.ts";

/** What a person says of a new analysis. */
export interface Wanted {
  readonly id: string;
  /** Short name for navigation; made from the id if not given. */
  readonly title?: string | undefined;
  readonly question?: string | undefined;
  /** Place in the table of contents; after the last chapter if not given. */
  readonly order?: string | undefined;
}

/** A new analysis, with everything that is filled into the template. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly order: number;
}

/** What is there already. */
export interface Existing {
  /** Folders of `analyses/`, hidden ones too. */
  readonly folders: readonly string[];
  /** Names of pages that an edition has beside its chapters. */
  readonly pages: readonly string[];
  /** Orders of the chapters, by id. */
  readonly orders: ReadonlyMap<string, number>;
}

const spelling = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longest = 40;

/** Checks what is wanted against what is there; throws a `UsageError` that says what is wrong and what to do. */
export function planOf({ id, title, question, order }: Wanted, existing: Existing): Plan {
  const faults = idFaults(id, existing);
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  const name = title?.trim() || titleOf(id);
  return {
    id,
    title: name,
    question: question?.trim() || `What does the evidence say about ${name.toLowerCase()}?`,
    order: orderOf(order, existing.orders),
  };
}

function idFaults(id: string, { folders, pages }: Existing): string[] {
  if (!spelling.test(id) || id.length > longest)
    return [
      `"${id}" is no id: write lower-case words joined by -, ${longest} characters at most, such as ${suggestion(id)}`,
    ];
  if (folders.includes(id)) return [`analyses/${id} exists: choose another id, or edit that folder`];
  return pages.includes(id) ? [`"${id}" is a page of every edition: choose another id`] : [];
}

function suggestion(id: string): string {
  const words = id.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const near = words
    .replace(/^[-\d]+/, "")
    .slice(0, longest)
    .replace(/-$/, "");
  return near || "compute-cost";
}

function titleOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function orderOf(wanted: string | undefined, orders: ReadonlyMap<string, number>): number {
  if (wanted === undefined) return Math.max(0, ...orders.values()) + 1;
  if (!/^[1-9]\d{0,2}$/.test(wanted)) throw new UsageError(`--order must be a whole number from 1 on, not "${wanted}"`);
  const [taken] = [...orders].find(([, order]) => order === Number(wanted)) ?? [];
  if (taken !== undefined) throw new UsageError(`--order ${wanted} is that of ${taken}: choose another`);
  return Number(wanted);
}

/** Folders of `analyses/`, and names of the pages of an edition. */
export async function readNames(analyses: string, pages: string): Promise<Pick<Existing, "folders" | "pages">> {
  const [folders, files] = await Promise.all([readdir(analyses), readdir(join(pages, "[edition]"))]);
  return { folders, pages: files.map((file) => file.replace(/\..*$/, "")) };
}
