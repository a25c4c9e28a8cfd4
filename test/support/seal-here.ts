import { readEditions } from "#loaders/editions.ts";
import { loadAnalyses } from "#scripts/lib/analyses.ts";
import { sealEdition } from "#scripts/lib/season/seal/sealing.ts";
import { assemble } from "#site/lib/assemble.ts";
import { changesBetween } from "#site/lib/changes/between.ts";
import { today } from "#site/lib/changes/today.ts";

/**
 * Seals an edition of the project in the working directory, without asking whether it may be released, and leaves the
 * site that was rendered for it, as it is when it is computed: `node seal-here.ts EDITION OUT`.
 */
const [id = "", out = ""] = process.argv.slice(2);
const modules = await loadAnalyses("analyses");
const reports = await assemble(modules, { sealing: id });
const [report, before = null] = reports.slice(reports.findIndex((one) => one.edition.id === id));
const edition = (await readEditions("data/editions")).find((one) => one.id === id);
if (report === undefined || edition === undefined) throw new Error(`no edition ${id}`);
const changes = changesBetween(before, report, await today(modules));
const code = { commit: "a".repeat(40), tree: "b".repeat(40) };
await sealEdition({ edition, report, reports, changes, sealed: "2031-05-03", because: null, code }, process.cwd(), out);
