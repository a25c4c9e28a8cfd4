import type { Row } from "#loaders/schema/table.ts";
import type { scienceTop } from "./tables.ts";

export type TopRow = Row<typeof scienceTop>;
