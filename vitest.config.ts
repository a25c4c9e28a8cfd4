import { defineConfig } from "vitest/config";

const site = ["test/site/**/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], exclude: site, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: "site",
          include: site,
          globalSetup: "test/site/setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
