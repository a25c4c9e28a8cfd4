import type { Stored } from "./stored.ts";

/** What a repository is, in the singular of the Hub's paths. */
export type RepositoryKind = "model" | "dataset" | "space";

/** A commit with its whole tree: path to file. */
export interface Commit {
  /** 40 hexadecimal digits. */
  readonly id: string;
  /** ISO time. */
  readonly date: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, Stored>;
}

/** A repository with its history, oldest commit first. */
export interface Repository {
  readonly kind: RepositoryKind;
  readonly name: string;
  readonly commits: readonly Commit[];
  /** Branches beside `main`, such as `refs/convert/parquet`, with the id of a commit. */
  readonly refs?: Readonly<Record<string, string>>;
  readonly gated?: false | "auto" | "manual";
  /** Tokens that a gated repository lets in; none unless said. */
  readonly granted?: readonly string[];
  /** Other fields of its info, such as `tags`. */
  readonly info?: Row;
}

/** A JSON object as the Hub's listings give it. */
export type Row = Readonly<Record<string, unknown>>;

/** Who an owner is: what its overview says beside its name. */
export interface Owner {
  readonly name: string;
  readonly kind: "org" | "user";
  readonly info?: Row;
}

/** Everything that a loopback Hub holds; listings and owners are read when first asked for. */
export interface HubContent {
  readonly repositories: readonly Repository[];
  /** Rows of `/api/models` and so on; with `_id` and `id`, most trending first. */
  rows(kind: RepositoryKind): Promise<readonly Row[]>;
  /** Owners by name in lower case. */
  owners(): Promise<ReadonlyMap<string, Owner>>;
}

/** Content from what is known already. */
export function contentOf(given: {
  readonly repositories?: readonly Repository[];
  readonly models?: readonly Row[];
  readonly datasets?: readonly Row[];
  readonly spaces?: readonly Row[];
  readonly owners?: readonly Owner[];
}): HubContent {
  const { repositories = [], models = [], datasets = [], spaces = [], owners = [] } = given;
  const byName = new Map(owners.map((owner) => [owner.name.toLowerCase(), owner]));
  const rows = { model: models, dataset: datasets, space: spaces };
  return { repositories, rows: async (kind) => rows[kind], owners: async () => byName };
}

/** Works out every hash now, so that no request waits for them; of a file in many commits once. */
export async function warm({ repositories }: HubContent): Promise<void> {
  for (const { commits } of repositories)
    for (const { files } of commits) for (const file of files.values()) await file.sha256();
}
