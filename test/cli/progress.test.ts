import { describe, expect, test, vi } from "vitest";
import { showProgress } from "../../src/cli/progress.ts";
import { loadMessages, speak } from "../../src/messages/load-messages.ts";
import { FakeOutput } from "../support/terminal.ts";

const speaker = speak(loadMessages(), "vi");

describe("the progress of a build", () => {
  test("is a bar on a terminal, with its stage, and is wiped away at the end", () => {
    const listeners = process.listenerCount("SIGINT");
    const stream = new FakeOutput({ isTTY: true });
    const progress = showProgress(stream, speaker);
    progress.update({ stage: "reading", done: 0, total: 0 });
    expect(stream.text).toBe("");
    progress.update({ stage: "embedding", done: 0, total: 200 });
    progress.update({ stage: "connecting", done: 100, total: 200 });
    expect(stream.text).toContain("Tính vectơ");
    expect(stream.text).toMatch(/Dựng đồ thị .*50% 100\/200/);
    // Ctrl-C is left to end the build.
    expect(process.listenerCount("SIGINT")).toBe(listeners);
    progress.stop();
    const last = stream.text;
    expect(last.endsWith("\u001b[2K")).toBe(true);
    progress.stop();
    expect(stream.text).toBe(last);
  });

  test("is now and then a line elsewhere", () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const stream = new FakeOutput();
      const progress = showProgress(stream, speaker);
      progress.update({ stage: "embedding", done: 1, total: 10 });
      expect(stream.text).toBe("");
      vi.setSystemTime(6_000);
      progress.update({ stage: "embedding", done: 5, total: 10 });
      progress.update({ stage: "embedding", done: 6, total: 10 });
      vi.setSystemTime(12_000);
      progress.update({ stage: "connecting", done: 7, total: 10 });
      progress.stop();
      expect(stream.text).toBe("Tính vectơ 5/10\nDựng đồ thị 7/10\n");
    } finally {
      vi.useRealTimers();
    }
  });
});
