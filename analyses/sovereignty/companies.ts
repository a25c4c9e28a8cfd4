import type { Row } from "#loaders/schema/table.ts";
import type { curatedModels, ownerDownloads } from "./tables.ts";

/** A company of the Spring report, under one reading of which namespaces are its own. */
export interface Company {
  readonly key: string;
  readonly label: string;
  readonly owners: readonly string[];
}

/** Baidu stands twice: whether its older toolkit's namespace counts decides whether it published before. */
export const companies: readonly Company[] = [
  { key: "alibaba", label: "Alibaba", owners: ["Qwen", "Alibaba-NLP", "alibaba-pai", "alibabasglab", "Wan-AI"] },
  { key: "deepseek", label: "DeepSeek", owners: ["deepseek-ai"] },
  { key: "baidu-narrow", label: "Baidu alone", owners: ["baidu"] },
  { key: "baidu-wide", label: "Baidu with PaddlePaddle", owners: ["baidu", "PaddlePaddle", "ernie-research"] },
  { key: "bytedance", label: "ByteDance", owners: ["ByteDance", "ByteDance-Seed", "bytedance-research"] },
  { key: "tencent", label: "Tencent", owners: ["tencent", "Tencent-Hunyuan", "TencentARC"] },
  { key: "minimax", label: "MiniMax", owners: ["MiniMaxAI"] },
];

/** What the crawls hold of a company; null where no crawl lists it. */
export interface CompanyRecord {
  readonly company: Company;
  readonly first_on: string | null;
  readonly models_first: number | null;
  readonly models_last: number | null;
  readonly downloads_first: number | null;
  readonly downloads_last: number | null;
  /** Models first listed after their namespace's first crawl, by the last crawl. */
  readonly new_models: number | null;
  /** Models on the curated list of language models; null without it. */
  readonly curated: number | null;
}

type OwnerRow = Row<typeof ownerDownloads>;

/** The record of a company over all crawls. */
export function recordOf(
  company: Company,
  rows: readonly OwnerRow[],
  curated: readonly Row<typeof curatedModels>[] | null,
): CompanyRecord {
  const own = rows.filter(({ owner }) => company.owners.includes(owner));
  const first = own[0]?.observed_on ?? null;
  const last = rows.at(-1)?.observed_on ?? null;
  const on = (day: string | null, pick: (row: OwnerRow) => number): number | null =>
    first === null ? null : own.filter((row) => row.observed_on === day).reduce((sum, row) => sum + pick(row), 0);
  return {
    company,
    first_on: first,
    models_first: on(first, (row) => row.models),
    models_last: on(last, (row) => row.models),
    downloads_first: on(first, (row) => row.downloads_30d),
    downloads_last: on(last, (row) => row.downloads_30d),
    new_models: first === null ? null : own.reduce((sum, row) => sum + (row.first_seen ?? 0), 0),
    curated: curated && listed(company, curated),
  };
}

function listed({ owners }: Company, curated: readonly Row<typeof curatedModels>[]): number {
  return curated.filter(({ owner }) => owners.includes(owner)).reduce((sum, { models }) => sum + models, 0);
}
