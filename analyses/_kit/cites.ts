import type { Context } from "./figure.ts";

/** The same context, which notes every fact that is asked for. */
export function citing(context: Context, cites: Set<string>): Context {
  return {
    ...context,
    fact: (id) => {
      cites.add(id);
      return context.fact(id);
    },
  };
}
