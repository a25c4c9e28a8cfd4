import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, sum } from "#kit/facts.ts";
import type { CompanyRecord } from "../companies.ts";
import { wording } from "../wording.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Downloads and models of every company, under ids that begin with its key; none where no day lists it, and of the curated list none without it. */
export function companyFacts(records: readonly CompanyRecord[], basis: Basis, list: Basis | null): Facts {
  const own = records.flatMap((record) =>
    Object.entries({ ...crawled(record, basis), ...(list === null ? {} : listed(record, list)) }).map(
      ([name, fact]) => [`${record.company.key}-${name}`, fact],
    ),
  );
  return { ...Object.fromEntries(own), "company-models": all(records, basis) };
}

function crawled(record: CompanyRecord, basis: Basis): Facts {
  const { first_on, models_first, models_last, downloads_first, downloads_last, new_models } = record;
  const { label } = record.company;
  const { crawl } = wording(basis);
  if (first_on === null) return {};
  const debut = narrow(basis, { asOf: first_on });
  const models = (value: number | null, what: string, on: Basis): Fact =>
    count({ value: value ?? Number.NaN, unit: "models", definition: `Models of ${label} ${what}.`, basis: on });
  const downloads = (value: number | null, n: number | null, to: string, on: Basis): Fact => {
    const definition = `Downloads of ${label} in the window to ${to}.`;
    return sum({ value: value ?? Number.NaN, unit: "downloads", n: n ?? Number.NaN, definition, basis: on });
  };
  return {
    "first-day": date({
      value: first_on,
      n: models_first ?? Number.NaN,
      definition: `First ${crawl} that lists a namespace of ${label}.`,
      basis: debut,
    }),
    "models-first": models(models_first, `with a download on its first ${crawl}`, debut),
    "models-last": models(models_last, `with a download on the last ${crawl}`, basis),
    "new-models": models(new_models, `first listed with a download after the first ${crawl} of their namespace`, basis),
    "downloads-first": downloads(downloads_first, models_first, `its first ${crawl}`, debut),
    "downloads-last": downloads(downloads_last, models_last, `the last ${crawl}`, basis),
  };
}

function listed({ company, curated }: CompanyRecord, basis: Basis): Facts {
  const definition = `Models of ${company.label} on the curated list of language models.`;
  return { curated: count({ value: curated ?? Number.NaN, unit: "models", definition, basis }) };
}

function all(records: readonly CompanyRecord[], basis: Basis): Fact {
  const distinct = records.filter(({ company }) => company.key !== "baidu-narrow");
  return count({
    value: distinct.reduce((sum, record) => sum + (record.models_last ?? 0), 0),
    unit: "models",
    definition: `Models of the named companies with a download on the last ${wording(basis).crawl}, Baidu counted with PaddlePaddle.`,
    basis,
  });
}
