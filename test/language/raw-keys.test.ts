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
    ["UBND TP Haf Nooij", "UBND TP Hà Nội"],
    ["Ha2 No65i d9ie6n5 thu7o7ng", "Hà Nội điện thương"],
    ["Haf Nooij ddieemr moo hinhf gif", "Hà Nội điểm moo hình gì"],
    ["cum cong nghiep ddong anh", "cum cong nghiep dong anh"],
    ["tuyeens xe bus naof sang USA", "tuyến xe bus nào sang USA"],
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
    "tariff cuts, visas and tests",
    "quy1 va quy2 nam 2020",
    "giam co2 va so2",
    "Hà Nội trong chox nào",
    "",
    "🙏",
  ])("%j is left as it is", (typed) => {
    expect(readRawKeys(typed)).toBe(typed);
  });
});
