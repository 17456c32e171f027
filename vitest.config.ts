import { defineConfig } from "vitest/config";

/** Native add-ons (onnxruntime, hnswlib) want processes of their own, not threads. */
const shared = { pool: "forks", testTimeout: 60_000, hookTimeout: 60_000 } as const;
// On two cores the default is one worker: the other core would wait beside tests that mostly wait themselves.

export default defineConfig({
  test: {
    maxWorkers: "100%",
    projects: [
      { test: { ...shared, name: "all", include: ["test/**/*.test.ts"], provide: { takes: "polling" } } },
      // What people do with the bot, once more, with updates that come by webhook.
      {
        test: {
          ...shared,
          name: "webhook",
          include: [
            "test/bot/{features,middlewares}/**/*.test.ts",
            "test/bot/{full-disk,outage}.test.ts",
            "test/e2e/telegram-{crowd,conversation}.test.ts",
          ],
          provide: { takes: "webhook" },
        },
      },
    ],
  },
});
