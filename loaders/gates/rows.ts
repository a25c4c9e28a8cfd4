import type { Gate } from "./rule.ts";

/** The table has as many rows as it must. */
export const rows: Gate = ({ least, most }) => ({
  aggregates: {},
  judge: (measured) => {
    const count = measured("rows") ?? 0;
    return {
      held: count >= (least ?? 0) && count <= (most ?? Number.POSITIVE_INFINITY),
      found: `${count} rows`,
    };
  },
  rows: null,
});
