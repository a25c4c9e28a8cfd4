import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import type { Report } from "#site/lib/assemble.ts";
import type { Written } from "#site/lib/seal/pack.ts";
import { buildSite } from "../../astro.ts";

/** Two routes that a build which seals has beside those of the site: every chapter's prose, and the pages. */
const routes: AstroIntegration = {
  name: "sealing",
  hooks: {
    "astro:config:setup": ({ injectRoute }) => {
      injectRoute({ pattern: "/sealing/prose/[part]", entrypoint: "./site/sealing/prose.astro", prerender: true });
      injectRoute({ pattern: "/sealing/pages/[page]", entrypoint: "./site/sealing/page.astro", prerender: true });
    },
  },
};

/** Renders the prose and the pages of an edition that is being sealed, with links from `/`; the site goes to `keep` if given. */
export async function written({ edition, chapters, ledger }: Report, root: string, keep?: string): Promise<Written> {
  const out = keep ?? join(root, ".cache", `sealing-${process.pid}`);
  process.env.SEALING_EDITION = edition.id;
  try {
    await buildSite(out, { integrations: [routes], base: "/" });
    const part = async (name: string) => readFile(join(out, "sealing", name, "index.html"), "utf8");
    const texts = chapters.map(async ({ analysis }) => [analysis.id, await part(`prose/${analysis.id}`)] as const);
    return {
      chapters: Object.fromEntries(await Promise.all(texts)),
      pages: {
        claims: await part("pages/claims"),
        conflicts: ledger.conflicts ? await part("prose/conflicts") : null,
        methodology: await part("pages/methodology"),
        sources: await part("pages/sources"),
      },
    };
  } finally {
    delete process.env.SEALING_EDITION;
    await rm(keep === undefined ? out : join(out, "sealing"), { recursive: true, force: true });
  }
}
