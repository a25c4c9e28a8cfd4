import type { Moment } from "../parts/calendar.ts";
import type { OwnerName } from "../parts/owners.ts";

export type Kind = "model" | "dataset";
export type Gated = "none" | "auto" | "manual";

/** What is true of a repository in a snapshot; null is unknown. */
export interface RepoFacts {
  readonly kind: Kind;
  /** Number in its population, which stays through renames. */
  readonly index: number;
  readonly id: string;
  readonly owner: OwnerName;
  /** Days since 1970. */
  readonly createdOn: number | null;
  readonly atFloor: boolean | null;
  readonly downloads: number;
  readonly downloadsAllTime: number | null;
  readonly likes: number;
  readonly licence: string | null;
  readonly licenceFrom: "tag" | "card" | null;
  /** Name that the card gives to a licence that is stated as other. */
  readonly licenceName: string | null;
  readonly gated: Gated | null;
  /** Tags as the Hub stores them. */
  readonly tags: readonly string[];
  /** Domains of science that its tags and its name say, sorted. */
  readonly domains: readonly string[];
}

/** A base that a model names. */
export interface BaseFacts {
  /** Id, lower case. */
  readonly key: string;
  readonly owner: OwnerName;
  /** The model that the id means in this snapshot, or null if it means none. */
  readonly index: number | null;
  /** The family that its name states. */
  readonly states: string | null;
  /** The family that it belongs to by its name and owner. */
  readonly family: string | null;
}

/** Size of a model and how it is known. */
export interface Size {
  readonly parameters: number | null;
  readonly from: "gguf" | "name-over-packed" | "safetensors" | "name" | "parent-over-packed" | "parent" | null;
}

/** What is true of a model besides. */
export interface ModelFacts extends RepoFacts {
  readonly kind: "model";
  /** Whether its id, case aside, is another one than in the snapshot before. */
  readonly renamed: boolean;
  /** Whether its id is on the curated list of language models. */
  readonly curated: boolean;
  readonly task: string | null;
  readonly library: string | null;
  /** Whether its name says that it is a mixture of experts, and how many parameters of it are active. */
  readonly mixture: boolean;
  readonly active: number | null;
  readonly relation: string | null;
  /** Distinct bases other than the model itself. */
  readonly bases: readonly BaseFacts[];
  /** Whether a tag names a dataset of its own namespace. */
  readonly namesOwn: boolean;
  /** Whether it names itself as a base. */
  readonly ownBase: boolean;
  /** Size with the parent's help. */
  readonly size: Size;
  /** Size by itself. */
  readonly ownSize: Size;
  /** The family that it belongs to by its name and owner. */
  readonly family: string | null;
}

/** What is true of a dataset besides. */
export interface DatasetFacts extends RepoFacts {
  readonly kind: "dataset";
  /** Distinct task categories. */
  readonly tasks: readonly string[];
}

/** What is true of a daily paper. */
export interface PaperFacts {
  /** Identifier at arXiv. */
  readonly paper: string;
  /** First day of the month of publication (ISO). */
  readonly month: string;
  readonly upvotes: number;
  readonly withCode: boolean;
  /** Number of the organisation, equal for names that differ in case alone. */
  readonly organisation: number | null;
}

/** Statistics of one kind: told of every row of every snapshot, in order, and asked for their tables in the end. */
export interface Statistics {
  begin?(moment: Moment): void;
  model?(row: ModelFacts): void;
  dataset?(row: DatasetFacts): void;
  paper?(row: PaperFacts): void;
  end?(): void;
  tables(): readonly TruthTable[];
}

export type Cell = string | number | boolean | null;

/** A table of truth: the cells of each row in the order of its columns, the key's first. */
export interface TruthTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
