import { expect, test } from "vitest";
import { readMessage } from "../../src/search/message.ts";

test("a message is read as the sentence that asks, written out and without courtesies", () => {
  expect(
    readMessage(
      "Chào ad 🙏 Em là sv năm cuối, đang làm luận văn. Cho em hỏi HNoi có bn cụm công nghiệp ạ? Em cảm ơn!",
    ),
  ).toEqual({
    question: "Hà Nội có bao nhiêu cụm công nghiệp?",
    around: "Em là sv năm cuối, đang làm luận văn.",
    addresses: true,
  });
});

test("what was typed with the Vietnamese keyboard off is read as it was meant", () => {
  expect(readMessage("Cho tooi hoir, Haf Nooij cos bn cumj coong nghieepj?").question).toBe(
    "Hà Nội có bao nhiêu cụm công nghiệp?",
  );
});

test("doubled spaces tell nothing", () => {
  expect(readMessage("  Hà  Nội\t có  bao  nhiêu   cụm? ").question).toBe("Hà Nội có bao nhiêu cụm?");
});

test("what asks nothing, or nothing but courtesies, is all question", () => {
  for (const typed of ["", "?", "chợ đầu mối", "EVFTA", "còn năm 2019?"])
    expect(readMessage(typed)).toEqual({ question: typed, around: "", addresses: false });
  expect(readMessage("cảm ơn bạn")).toEqual({ question: "cảm ơn bạn", around: "", addresses: true });
});
