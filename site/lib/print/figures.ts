import { draw, sizes, toSvg } from "#kit/draw/draw.ts";
import { standalone } from "#kit/draw/standalone.ts";
import type { Event } from "#kit/figure.ts";
import { day, longMonth } from "#kit/format.ts";
import type { Told } from "#kit/tell.ts";
import { noted } from "../breaks.ts";
import { named } from "../cite.ts";
import { fileOf } from "../code.ts";
import type { Computed } from "../compute.ts";
import { generatedNotice } from "../downloads.ts";
import { frameTable } from "../frame-table.ts";
import { anchor } from "../links.ts";
import { sourceLine } from "../source-line.ts";
import type { Drawings, PrintedEvent, PrintedFigure } from "./types.ts";

/** What a figure is printed in. */
interface Setting {
  readonly of: Computed;
  /** Id of its chapter. */
  readonly analysis: string;
  readonly code: Readonly<Record<string, string>>;
}

/** A figure with its words, its table and its drawings as text. */
export function printFigure(told: Told, { of, analysis, code }: Setting): PrintedFigure {
  const { id, figure, rows, title, subtitle, reading, alt, long, assumptions, sensitivity, n, context } = told;
  const source = sourceLine(of, told);
  return {
    ...{ id, columns: figure.columns, rows, title, subtitle, reading, alt, long, assumptions, sensitivity, source },
    n: { fact: figure.n, value: n.value, unit: n.unit, basis: n.basis },
    breaks: noted(context.breaks),
    events: context.events.map(printEvent),
    sortable: figure.sortable ?? false,
    table: frameTable(told),
    cites: [...told.cites],
    code: fileOf(code, analysis, `id: "${id}"`),
    drawings: drawingsOf(told, source, of),
  };
}

function drawingsOf(told: Told, source: string, { edition, generated }: Computed): Drawings {
  const describedBy = `${anchor.figure(told.id)}-long`;
  const svg = (size: keyof typeof sizes) => toSvg(draw(told, sizes[size]), told.alt, describedBy);
  const notice = generated ? `${generatedNotice} ` : "";
  const foot = `${notice}${source} State of Open Source, ${named(edition)}.`;
  return { wide: svg("wide"), phone: svg("phone"), alone: standalone(told, foot) };
}

function printEvent({ title, date, precision, source }: Event): PrintedEvent {
  const dated = precision === "day" ? day(date) : precision === "month" ? longMonth(date) : date.slice(0, 4);
  return { title, dated, source };
}
