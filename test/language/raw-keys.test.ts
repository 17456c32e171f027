import { describe, expect, test } from "vitest";
import { readRawKeys } from "../../src/language/raw-keys.ts";

describe("what was typed with the Vietnamese keyboard off", () => {
  test.each([
    ["Haf Nooij cos bao nhieeu cumj coong nghieepj", "Hà Nội có bao nhiêu cụm công nghiệp"],
    ["thuwowng maij ddieenj tuwr", "thương mại điện tử"],
    ["cum coong nghieepj", "cum công nghiệp"],
    ["ha noi65 co1 bao nhie6u cu5m co6ng nghie65p", "ha nội có bao nhiêu cụm công nghiệp"],
    ["ngành nào dduowjc hỗ trợ?", "ngành nào được hỗ trợ?"],
    ["Dduwowngf bieen", "Đường biên"],
    ["san TMDDT cuar Haf Nooij", "san TMĐT của Hà Nội"],
    ["kichs caauf tieeu dungf", "kích cầu tiêu dùng"],
  ])("%j is %j", (typed, meant) => {
    expect(readRawKeys(typed)).toBe(meant);
  });

  test.each([
    "Hà Nội có bao nhiêu cụm công nghiệp?",
    "ha noi co bao nhieu cum cong nghiep",
    "xuat khau dat 2020",
    "CO2 va khi thai",
    "san logistics, fintech, robot va data",
    "EVFTA, RCEP va CPTPP",
    "B2C, 5S3D, COP26, G20",
    "global online retailers logistics cost savings",
    "how much does it cost",
    "Hà Nội trong chox nào",
    "",
    "🙏",
  ])("%j is left as it is", (typed) => {
    expect(readRawKeys(typed)).toBe(typed);
  });
});
