import type { Reference } from "#loaders/schema/reference.ts";
import { codeFaults } from "./code.ts";
import type { Analysis, Figures, Findings } from "./define.ts";
import type { Fact } from "./facts.ts";
import { gather, type Origins, originFaults, type Rows } from "./gather.ts";
import { type Headlined, headlined } from "./headlines.ts";
import { locate, type Sources, thrown } from "./locate.ts";
import { knownNames } from "./names.ts";
import { type Problem, ReportError } from "./problem.ts";
import { type Recommended, recommended } from "./recommended.ts";
import { suggest } from "./suggest.ts";
import { type Check, contextOf, type FrameValues, type Report, type Told, tell } from "./tell.ts";
import { isUnit, units } from "./units.ts";
import { wordFaults } from "./words.ts";

/** An analysis, computed for one edition. */
export interface Chapter {
  readonly analysis: Analysis;
  readonly findings: Findings<Figures>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly figures: ReadonlyMap<string, Told>;
  /** Names that prose may use. */
  readonly names: ReadonlySet<string>;
  readonly title: string;
  readonly standfirst: string;
  readonly headlines: readonly Headlined[];
  /** Advice with its words resolved, by id. */
  readonly recommendations: ReadonlyMap<string, Recommended>;
  readonly problems: readonly Problem[];
}

/** What a chapter is computed from; everything is read beforehand. */
export interface Material {
  readonly rows: Rows;
  /** What the files that hold the rows say they stand on; where a table has none, its declaration is believed. */
  readonly origins?: Origins;
  readonly reference: Reference;
  readonly needed: Readonly<Record<string, Readonly<Record<string, Fact>>>>;
  readonly sources: Sources;
  /** Ids of published figures and events of days after those that the edition speaks of: they are left out. */
  readonly later?: ReadonlySet<string>;
}

/** Computes one chapter and collects everything that is wrong with it. */
export function evaluate(analysis: Analysis, material: Material): Chapter {
  const { rows, origins = {}, reference, needed, sources, later = new Set() } = material;
  const problems: Problem[] = codeFaults(sources);
  const report: Report = (needle, message) => problems.push({ ...locate(sources, needle), message });
  const check = checker(report);
  for (const { table, message } of originFaults(analysis, origins)) report(`name: "${table}"`, message);
  const evidence = gather(analysis, rows, origins);
  const found = computed(analysis, { evidence, reference, needed });
  const findings = { ...found, comparisons: found.comparisons.filter(({ published }) => !later.has(published)) };
  const facts = new Map(Object.entries(findings.facts));
  const names = knownNames(reference, evidence);
  for (const [id, fact] of facts) for (const fault of factFaults(fact)) report(`"${id}"`, `fact "${id}": ${fault}`);
  const figures = Object.entries(analysis.figures).flatMap(([key, figure]): [string, Told][] => {
    const frame = findings.frames[key] === undefined ? [] : (findings.frames[key] as readonly FrameValues[] | null);
    if (frame === null) return [];
    const { events, breaks } = reference;
    const wanted = { ...figure, events: figure.events?.filter((id) => !later.has(id)) ?? [] };
    const context = contextOf(wanted, { facts, names, events, breaks }, findings.basis, report);
    return [[figure.id, tell(figure, frame, context, check, report)]];
  });
  compared(findings.comparisons, facts, reference, report);
  const title = check(findings.title, "title");
  const standfirst = check(findings.standfirst, "standfirst");
  const headlines = headlined(findings.headlines ?? [], facts, check, report);
  const recommendations = recommended(findings.recommendations ?? [], check);
  const words = { title, standfirst, headlines, recommendations };
  return { analysis, findings, facts, figures: new Map(figures), names, ...words, problems };
}

/** Runs an analysis; an exception becomes a problem at the line of the analysis that threw. */
function computed(analysis: Analysis, input: Parameters<Analysis["compute"]>[0]): Findings<Figures> {
  try {
    return analysis.compute(input);
  } catch (error) {
    throw new ReportError([thrown(error, analysis.id, "compute")]);
  }
}

/** Reports comparisons of unknown figures or facts, and what was typed in their words. */
function compared(
  comparisons: Findings<Figures>["comparisons"],
  facts: ReadonlyMap<string, Fact>,
  reference: Reference,
  report: Report,
): void {
  const known = reference.published.map(({ id }) => id);
  for (const { published, fact, needs } of comparisons) {
    if (!known.includes(published))
      report(`"${published}"`, `comparison: no published figure "${published}".${suggest(published, known)}`);
    if (!facts.has(fact)) report(`"${fact}"`, `comparison: no fact "${fact}".${suggest(fact, [...facts.keys()])}`);
    for (const fault of wordFaults(needs, null)) report(needs, `comparison "${published}": ${fault.message}`);
  }
}

function checker(report: Report): Check {
  return (text, what) => {
    const place = text.typed.find((part) => part.trim().length > 3) ?? what;
    for (const reason of text.refuted) report(place, `${what}: ${reason}`);
    for (const part of text.typed)
      for (const fault of wordFaults(part, null)) report(part, `${what}: ${fault.message}`);
    return text.text;
  };
}

function factFaults({ value, unit, definition, n, of, bounds, variants }: Fact): string[] {
  const numbers = [value, n, of, bounds?.lower, bounds?.upper, ...variants.map((variant) => variant.value)];
  const infinite = numbers.some((number) => typeof number === "number" && !Number.isFinite(number));
  const missing = value === undefined || value === null || value === "";
  const outside = unit === "share" && typeof value === "number" && (value < 0 || value > 1);
  return [
    ...(infinite || missing ? ["is not a finite number: an empty group is an error, not a zero. Check its parts"] : []),
    ...(isUnit(unit) ? [] : [`has the unit "${unit}", which no one knows.${suggest(unit, Object.keys(units))}`]),
    ...(outside ? ["is a share outside 0 to 1"] : []),
    ...(definition.trim().length < 20 ? ["has no definition: say in a sentence how it is made"] : []),
  ];
}
