import { describe, expect, test, vi } from "vitest";
import { createPace } from "../../src/cli/pace.ts";
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

  test("tells rate and time left of the stage, of what is done and not of what was there before", () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const pace = createPace(speak(loadMessages(), "en"));
      const step = (done: number, total = 10_000) => pace({ stage: "embedding", done, total });
      expect(step(4_000)).toBe("");
      vi.setSystemTime(100);
      expect(step(4_100)).toBe("");
      vi.setSystemTime(2_000);
      expect(step(4_500)).toBe("(250/s, 0:22 left)");
      expect(step(4_500, 4_500 + 250 * 3_700)).toBe("(250/s, 1:01:40 left)");
      expect(step(10_000)).toBe("(3000/s, 0:00 left)");
      expect(pace({ stage: "connecting", done: 256, total: 10_000 })).toBe("");
    } finally {
      vi.useRealTimers();
    }
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
      expect(stream.text).toBe("Tính vectơ 5/10 (0.7/giây, còn 0:08)\nDựng đồ thị 7/10\n");
    } finally {
      vi.useRealTimers();
    }
  });
});
