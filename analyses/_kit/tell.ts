import { crossed, suspected, timeFaults } from "./breaks.ts";
import { citing } from "./cites.ts";
import type { Fact } from "./facts.ts";
import type { Break, Context, Event, Figure } from "./figure.ts";
import { frameFaults } from "./frame.ts";
import { shortName } from "./names.ts";
import { suggest } from "./suggest.ts";
import { nameText, type Text } from "./text.ts";

/** A row of a frame once it is checked. */
export type FrameValues = Readonly<Record<string, string | number | boolean | null>>;

/** A figure with its words resolved, ready to be drawn. */
export interface Told {
  readonly id: string;
  readonly figure: Figure;
  readonly rows: readonly FrameValues[];
  readonly title: string;
  readonly subtitle: string;
  /** How to read the form; null for forms that everybody reads. */
  readonly reading: string | null;
  readonly alt: string;
  readonly long: string;
  /** What the picture takes for granted, one sentence each. */
  readonly assumptions: readonly string[];
  /** What comes out under other assumptions. */
  readonly sensitivity: readonly { readonly label: string; readonly value: string }[];
  /** The fact that gives n, population, sources and evidence date. */
  readonly n: Fact;
  readonly context: Context;
  /** Ids of the facts that its words cite. */
  readonly cites: ReadonlySet<string>;
  /** Breaks that the figure may cross, where it does not declare what it counts over time. */
  readonly suspects: readonly Break[];
}

/** Reports what is wrong with a thing of the code: a string to find its line by, and the message. */
export type Report = (needle: string, message: string) => void;

/** Resolves a text to its words, reporting the faults of what was typed in it. */
export type Check = (text: Text, what: string) => string;

/** Resolves a figure's words against its frame; a frame that is not sound is told in no words. */
export function tell(
  declared: Figure,
  rows: readonly FrameValues[],
  given: Context,
  check: Check,
  report: Report,
): Told {
  const cites = new Set<string>();
  const cited = citing(given, cites);
  const n = cited.fact(declared.n);
  const context = { ...cited, breaks: crossed(declared, rows, n.basis.sources, given.breaks) };
  const figure = described(declared, context);
  const faults = [...frameFaults(rows, figure.columns), ...timeFaults(figure)];
  for (const fault of faults) report(`id: "${figure.id}"`, `figure "${figure.id}": ${fault}`);
  const none = {
    id: figure.id,
    figure,
    rows,
    title: "",
    subtitle: "",
    reading: null,
    alt: "",
    long: "",
    assumptions: [],
    sensitivity: [],
    n,
    context,
    cites,
    suspects: suspected(figure, rows, n.basis.sources, given.breaks),
  };
  if (faults.length > 0) return none;
  const words = typeof figure.describe === "function" ? figure.describe(rows, context) : null;
  if (none.n.definition !== "" && (none.n.n === null || typeof none.n.value !== "number"))
    report(`id: "${figure.id}"`, `figure "${figure.id}": its n names "${figure.n}", which is not a number of things`);
  const alt = words === null ? "" : check(words.alt, `alt text of figure "${figure.id}"`);
  const long = words === null ? "" : check(words.long, `description of figure "${figure.id}"`);
  for (const fault of descriptionFaults(alt, long)) report(`id: "${figure.id}"`, `figure "${figure.id}": ${fault}`);
  const title = check(figure.title(rows, context), `title of figure "${figure.id}"`);
  const subtitle = check(figure.subtitle(rows, context), `subtitle of figure "${figure.id}"`);
  const read = typeof figure.reading === "function" ? figure.reading(context) : figure.reading;
  const reading = read === undefined ? null : check(read, `reading of figure "${figure.id}"`);
  return { ...none, title, subtitle, reading, alt, long, ...beside(figure, rows, context, check) };
}

/** The figure with the sentences of its columns as this evidence has them. */
function described(figure: Figure, context: Context): Figure {
  const docs = figure.docs?.(context) ?? {};
  const columns = Object.entries(figure.columns).map(([name, column]) => [
    name,
    { ...column, doc: docs[name] ?? column.doc },
  ]);
  return { ...figure, columns: Object.fromEntries(columns) };
}

/** The lists printed beside the picture, in words. */
function beside(figure: Figure, rows: readonly FrameValues[], context: Context, check: Check) {
  const of = (what: string): string => `${what} of figure "${figure.id}"`;
  return {
    assumptions: (figure.assumptions?.(rows, context) ?? []).map((text) => check(text, of("assumption"))),
    sensitivity: (figure.sensitivity?.(rows, context) ?? []).map(({ label, value }) => ({
      label: check(label, of("sensitivity")),
      value: check(value, of("sensitivity")),
    })),
  };
}

function descriptionFaults(alt: string, long: string): string[] {
  const short = alt.length < 20 || alt.length > 150;
  return [
    ...(short ? [`alt text has ${alt.length} characters, not 20 to 150: describe the picture`] : []),
    ...(long.length < 60 ? ["has no description: say in words what the rows show"] : []),
  ];
}

/** What figures may refer to: facts and names of the chapter, events and breaks of the registry. */
export interface Referable {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly names: ReadonlySet<string>;
  readonly events: readonly Event[];
  readonly breaks: readonly Break[];
}

/** What a figure may ask for; unknown facts, names and events are reported, not thrown. */
export function contextOf(
  { id: figure, events: wanted = [] }: Figure,
  { facts, names, events, breaks }: Referable,
  basis: Context["basis"],
  report: Report,
): Context {
  const blank: Fact = { value: 0, unit: "index", definition: "", n: null, of: null, basis, bounds: null, variants: [] };
  return {
    basis,
    breaks,
    events: wanted.flatMap((id) => eventOf(id, figure, events, report)).sort((a, b) => (a.date < b.date ? -1 : 1)),
    fact: (id) => {
      const fact = facts.get(id);
      if (fact === undefined)
        report(`"${id}"`, `figure "${figure}": no fact "${id}".${suggest(id, [...facts.keys()])}`);
      return fact ?? blank;
    },
    name: (id) => {
      if (!names.has(id)) report(`"${id}"`, `figure "${figure}": no registry or evidence knows the name "${id}"`);
      return nameText(shortName(id));
    },
  };
}

function eventOf(id: string, figure: string, events: readonly Event[], report: Report): Event[] {
  const found = events.filter((event) => event.id === id);
  const known = events.map((event) => event.id);
  if (found.length === 0) report(`"${id}"`, `figure "${figure}": no event "${id}".${suggest(id, known)}`);
  return found;
}
