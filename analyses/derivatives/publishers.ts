import { unknownPlace } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { pooled } from "./tables/walk.ts";

/** What the registry says of the publisher behind a namespace. */
export interface Publishers {
  /** Its parent, or the namespace itself; null where the registry has no row. */
  company(owner: string): string | null;
  /** Code of the country or region of its main base; null where it is not known. */
  place(owner: string): string | null;
  /** industry, academia, individual…; null where the registry has no row. */
  kind(owner: string): string | null;
  /** Name of a company for labels. */
  name(company: string): string;
}

/** Publishers by the registry of owners, without regard to case. */
export function publishersOf({ owners }: Pick<Reference, "owners">): Publishers {
  const rows = new Map(owners.map((row) => [row.owner.toLowerCase(), row]));
  const row = (owner: string) => rows.get(owner.toLowerCase());
  return {
    company: (owner) => row(owner)?.parent ?? row(owner)?.owner ?? null,
    kind: (owner) => row(owner)?.kind ?? null,
    place: (owner) => {
      const place = row(owner)?.country ?? unknownPlace;
      return place === unknownPlace ? null : place;
    },
    name: (company) => row(company)?.display_name ?? company,
  };
}

/** Families that names of models state, and the company whose they are. */
const families: Readonly<Record<string, string>> = {
  qwen: "Alibaba",
  qwq: "Alibaba",
  llama: "Meta",
  codellama: "Meta",
  gemma: "Google",
  mistral: "Mistral AI",
  mixtral: "Mistral AI",
  phi: "Microsoft",
  deepseek: "DeepSeek",
};

/** The company of a family; null where no family is stated. */
export function companyOf(family: string | null): string | null {
  return family === null ? null : (families[family] ?? null);
}

/** Whether a word of the evidence stands for namespaces without a row in the registry. */
export function isPooled(owner: string): boolean {
  return owner === pooled.others || owner === pooled.own;
}
