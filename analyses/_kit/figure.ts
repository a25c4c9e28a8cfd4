import type { PlotOptions } from "@observablehq/plot";
import type { Columns, Value } from "#loaders/schema/column.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Counted } from "#loaders/schema/vocabulary.ts";
import type { Basis } from "./coverage.ts";
import type { Fact } from "./facts.ts";
import type { Text } from "./text.ts";

/** A row of a figure's frame, inferred from its columns. */
export type FrameRow<C extends Columns> = { readonly [K in keyof C]: Value<C[K]> };

/** A dated event of the registry. */
export type Event = Reference["events"][number];

/** A day of the registry from which a counter counts something else. */
export type Break = Reference["breaks"][number];

/** The axis of time of a figure and what stands on it: the build draws the breaks of the registry that it crosses. */
export interface Time<K extends string = string> {
  /** Column of the days, or years, along the axis. */
  readonly on: K;
  /** What is counted along it. */
  readonly counts: readonly Counted[];
  /**
   * `fixed` where every step compares the same members: a panel, neighbours matched, one listing read by its dates;
   * `listed` where a day counts whoever the source lists on it.
   */
  readonly members: "fixed" | "listed";
}

/** What a figure may say beside its rows. */
export interface Context {
  /** The breaks of the registry that the figure's series crosses, oldest first. */
  readonly breaks: readonly Break[];
  /** The events that the figure names, oldest first. */
  readonly events: readonly Event[];
  /** The fact with that id; an unknown id is a build error. */
  readonly fact: (id: string) => Fact;
  /** A name, digits and all, checked against the registries and evidence. */
  readonly name: (id: string) => Text;
  readonly basis: Basis;
}

/** The words that stand for the picture, made from the same rows. */
export interface Description {
  /** Alt text of 20 to 150 characters: begins with the chart's form, carries the main value. */
  readonly alt: Text;
  /** Long description: scale, values, relations, trend. */
  readonly long: Text;
}

/** How the reading changes under one other assumption. */
export interface Sensitivity {
  /** What is assumed instead. */
  readonly label: Text;
  /** What comes out. */
  readonly value: Text;
}

/** A figure: words, table and picture from one frame. */
export interface Figure<C extends Columns = Columns> {
  /** Kebab-case, unique in the edition: it names the downloads. */
  readonly id: string;
  /** The finding, in at most fourteen words. */
  title(rows: readonly FrameRow<C>[], context: Context): Text;
  /** Measure, unit, population and period. */
  subtitle(rows: readonly FrameRow<C>[], context: Context): Text;
  /** How to read the form; required for all but bars and lines. A function where it depends on the evidence. */
  readonly reading?: Text | ((context: Context) => Text);
  /** Sentences of columns that read otherwise on this evidence, by name. */
  docs?(context: Context): { readonly [K in keyof C]?: string };
  /** What the picture takes for granted, one sentence each; printed beside it. */
  assumptions?(rows: readonly FrameRow<C>[], context: Context): readonly Text[];
  /** What comes out under other assumptions; printed beside the picture. */
  sensitivity?(rows: readonly FrameRow<C>[], context: Context): readonly Sensitivity[];
  /** Ids of events that a timeline draws for context, never as causes; printed beside the picture with their sources. */
  readonly events?: readonly string[];
  /** Required where an axis shows time: what stands on it, from which the breaks that the picture shows follow. */
  readonly time?: Time<keyof C & string>;
  /** Whether readers may sort and filter the rows of its table, where scripts run. */
  readonly sortable?: boolean;
  /** Declared columns of the frame: they give the table, the downloads and the row type. */
  readonly columns: C;
  /** Observable Plot options for a width in CSS pixels; `phone` widths get fewer ticks. */
  plot(rows: readonly FrameRow<C>[], size: Size, context: Context): PlotOptions;
  describe(rows: readonly FrameRow<C>[], context: Context): Description;
  /** Id of the fact whose number and basis the figure prints as its n, population and evidence date. */
  readonly n: string;
}

/** Where a drawing goes. */
export interface Size {
  readonly width: number;
  readonly phone: boolean;
}

/** Declares a figure; its rows are typed by its columns. */
export function defineFigure<const C extends Columns>(figure: Figure<C>): Figure<C> {
  return figure;
}
