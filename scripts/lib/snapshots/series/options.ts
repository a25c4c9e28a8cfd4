import { z } from "zod";
import { UsageError } from "../../cli.ts";
import { copies } from "../../hub/copies.ts";
import { everyOf, type Span } from "./dues.ts";

/** The options of a series as they were typed. */
export interface SeriesTyped {
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly every?: string | undefined;
  readonly "keep-raw"?: boolean | undefined;
}

/** A series that is asked for. */
export interface SeriesCall {
  readonly verb: "series";
  readonly source: keyof typeof copies;
  readonly span: Span;
  readonly keepRaw: boolean;
}

/** Whether options ask for a series. */
export function asksSeries(typed: SeriesTyped): boolean {
  return ([typed.from, typed.to, typed.every, typed["keep-raw"]] as const).some((one) => one !== undefined);
}

/** Reads the options of a series; throws a `UsageError` with all that is wrong. */
export function seriesOf(typed: SeriesTyped): SeriesCall {
  const source = (Object.keys(copies) as (keyof typeof copies)[]).find((known) => known === typed.source);
  const every = everyOf(typed.every ?? "");
  const [from = "", to = ""] = [typed.from, typed.to];
  const problems = [
    ...(source ? [] : [`a series needs --source ${Object.keys(copies).join("|")}`]),
    ...dayFaults("from", from),
    ...dayFaults("to", to),
    ...(every ? [] : [`--every takes days, weeks or months, such as 10d, 4w or 1m, not "${typed.every ?? ""}"`]),
    ...(from > to && to !== "" ? [`--from ${from} is after --to ${to}`] : []),
  ];
  if (!source || !every || problems.length > 0) throw new UsageError(problems.join("\n"));
  return { verb: "series", source, span: { from, to, every }, keepRaw: typed["keep-raw"] ?? false };
}

function dayFaults(name: string, text: string): string[] {
  if (text === "") return [`a series needs --${name} YYYY-MM-DD`];
  return z.iso.date().safeParse(text).success ? [] : [`--${name} takes YYYY-MM-DD, not "${text}"`];
}
