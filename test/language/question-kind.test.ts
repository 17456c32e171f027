import { describe, expect, test } from "vitest";
import { foldDiacritics } from "../../src/language/fold.ts";
import {
  asksItself,
  detectQuestionKinds,
  holdsAnswerOf,
  isTopic,
  matchHowMany,
  type QuestionKind,
} from "../../src/language/question-kind.ts";
import { splitSyllables } from "../../src/language/syllables.ts";

const ASKED: ReadonlyArray<readonly [string, QuestionKind]> = [
  ["Hà Nội có bao nhiêu cụm công nghiệp?", "number"],
  ["Cần mấy trung tâm logistics?", "number"],
  ["How many markets are there?", "number"],
  ["Tăng bao nhiêu phần trăm?", "percentage"],
  ["Tỷ lệ lấp đầy là bao nhiêu?", "percentage"],
  ["IIP tăng mấy %?", "percentage"],
  ["What percentage of clusters treat their water?", "percentage"],
  ["Tổng vốn là bao nhiêu tiền?", "money"],
  ["How much money was lent?", "money"],
  ["Hội nghị diễn ra khi nào?", "date"],
  ["Bao giờ khai trương?", "date"],
  ["When was it signed?", "date"],
  ["Ai chủ trì hội nghị?", "person"],
  ["Who chaired the meeting?", "person"],
  ["Chợ đầu mối xây ở đâu?", "place"],
  ["Where is the cluster?", "place"],
  ["Huyện nào có nhiều chợ nhất?", "place"],
  ["Phó Cục trưởng tên là gì?", "person"],
  ["Quy hoạch của giai đoạn nào?", "date"],
  ["Gồm những mặt hàng nào?", "list"],
  ["Which products are exported?", "list"],
  ["Vì sao xuất khẩu giảm?", "reason"],
  ["Why did exports fall?", "reason"],
  ["Sao phí hạ tầng thu được lại giảm nhỉ", "reason"],
  ["Dự án ấy sao chưa được duyệt?", "reason"],
  ["Hàng ế là vì đâu?", "reason"],
  ["Lãi suất vay là mấy?", "percentage"],
  ["IIP tăng bao nhiêu?", "percentage"],
  ["What is the interest rate?", "percentage"],
  ["Kim ngạch xuất khẩu năm 2021 là bao nhiêu?", "money"],
  ["How expensive is delivery?", "money"],
  ["How big is the park?", "number"],
  ["Hoàn thuế phải chờ bao lâu?", "duration"],
  ["Cấp phép mất mấy ngày?", "duration"],
  ["How long does customs take?", "duration"],
  ["Đơn vị nào chủ trì?", "organisation"],
  ["Which agency is in charge?", "organisation"],
  ["Nước nào mua nhiều nhất?", "place"],
  ["Which country buys most?", "place"],
];

describe("detectQuestionKinds", () => {
  test.each(ASKED)("in %j hears a question for a %s, with diacritics or without", (question, kind) => {
    expect(detectQuestionKinds(question)).toContain(kind);
    expect(detectQuestionKinds(foldDiacritics(question).toUpperCase())).toContain(kind);
    expect(detectQuestionKinds(question.normalize("NFD"))).toContain(kind);
  });

  test.each([
    "cụm công nghiệp",
    "EVFTA",
    "xuất khẩu máy móc",
    "ngành dệt may",
    "nganh det may",
    "nhà máy",
    "làng gốm Bát Tràng",
    "cửa ải",
    "OCOP 4 sao mà",
    "ngôi sao Việt",
    "2020",
    "",
    "😀",
  ])("in %j hears no question for anything", (question) => {
    expect(detectQuestionKinds(question)).toEqual([]);
  });
});

test("matchHowMany tells how many syllables ask", () => {
  expect(matchHowMany(splitSyllables("có bao nhiêu"), 1)).toBe(2);
  expect(matchHowMany(splitSyllables("có bao nhiêu"), 0)).toBe(0);
  expect(matchHowMany(["mấy"], 0)).toBe(1);
  expect(matchHowMany(["máy"], 0)).toBe(0);
  expect(matchHowMany(["bao"], 0)).toBe(0);
  expect(matchHowMany([], 0)).toBe(0);
});

test("what is lost or taken is money only where nothing else is named", () => {
  expect(detectQuestionKinds("Thủ tục mất bao nhiêu?")).toContain("money");
  expect(detectQuestionKinds("Thủ tục mất bao nhiêu tiền?")).toContain("money");
  expect(detectQuestionKinds("Giá bao nhiêu một kg?")).toContain("money");
  expect(detectQuestionKinds("Thủ tục mất bao nhiêu ngày?")).not.toContain("money");
  expect(detectQuestionKinds("Mỗi tháng ăn hết bao nhiêu tấn rau?")).not.toContain("money");
});

describe("holdsAnswerOf", () => {
  test.each<[QuestionKind, string]>([
    ["number", "Có 43 cụm."],
    ["percentage", "Tăng 4,7% so với năm trước."],
    ["percentage", "Tăng chín phần trăm."],
    ["money", "Vốn khoảng 16.150 tỷ đồng."],
    ["money", "Giá trị ước 6,5 triệu USD."],
    ["date", "Chiều 12/1, Sở tổ chức hội nghị."],
    ["date", "Nghị định ban hành ngày 3/11/2015."],
    ["date", "Hoàn thành trong quý 3."],
    ["date", "Đến năm 2025, thành phố có 60 cụm."],
    ["person", "Theo ông Đàm Tiến Thắng, cần thêm vốn."],
    ["person", "Bà Trần Thị Phương Lan đề nghị các quận."],
    ["person", "Bí thư Thành ủy Vương Đình Huệ nhấn mạnh."],
    ["person", "Phó Chủ tịch UBND Thành phố Nguyễn Mạnh Quyền phát biểu."],
    ["person", "Đoàn do Thứ trưởng Đặng Quốc Thịnh dẫn đầu."],
    ["person", "Vốn 5.600 tỷ đồng, do Công ty CP Bán lẻ Đông Hải làm chủ đầu tư."],
    ["person", "- Sở Tài nguyên và Môi trường hoàn thành 7 trạm."],
    ["place", "Chợ nằm ở Đông Anh."],
    ["place", "Hai đoàn xúc tiến tới Nam Ninh."],
    ["place", "Thí điểm trước hết là chợ Nghĩa Tân."],
    ["place", "Xây tại Hoàng Mai."],
    ["place", "Chợ đầu mối Yên Thường (Gia Lâm) sẽ rộng hơn."],
    ["place", "Hoa Kỳ vẫn đứng đầu."],
    ["place", "Hàng sang châu Âu giảm."],
    ["duration", "Kéo dài trung bình 74 ngày."],
    ["duration", "Chậm nhất bảy năm mới thu hồi vốn."],
    ["organisation", "Giao Sở Công Thương chủ trì."],
    ["organisation", "Công ty cổ phần Kho vận Nam Đình Vũ xin lùi hạn."],
    ["number", "Mỗi đơn vị tăng 3-5 lần."],
    ["number", "Có hai kịch bản."],
    ["list", "Gồm dệt may, da giày, gỗ và gốm."],
    ["list", "Thu hút vốn và công nghệ."],
    ["reason", "Chậm do vướng mặt bằng."],
    ["reason", "Vì thiếu vốn, dự án dừng."],
    ["reason", "Tăng nhờ hàng điện tử."],
    ["reason", "70 ha còn lại vướng 214 hộ dân."],
    ["reason", "Hàng dễ vỡ nên khách ngại mua."],
  ])("finds a %s in %j", (kind, sentence) => {
    expect(holdsAnswerOf(kind, sentence)).toBe(true);
  });

  test.each<[QuestionKind, string]>([
    ["number", "Không có con số nào."],
    ["number", "Nghị định 111/2015/NĐ-CP ban hành năm 2015."],
    ["date", "Theo Nghị định 111/2015/NĐ-CP."],
    ["percentage", "Tăng 43 cụm."],
    ["money", "Có 43 cụm."],
    ["money", "Khoảng 5 đồng chí dự họp… không."],
    ["date", "Có 43 cụm, tăng 4,7%."],
    ["person", "Ngành công thương làm tốt."],
    ["person", "Sở Công Thương Hà Nội họp."],
    ["person", "ông ấy nói vậy."],
    ["place", "Sở Công Thương Hà Nội họp."],
    ["place", "Huyện ủy Mỹ Đức họp."],
    ["duration", "Ngày 12 tháng 3 năm 2022."],
    ["organisation", "Các sở, ngành phối hợp."],
    ["list", "Giá vàng tăng."],
    ["list", "Chỉ có một."],
    ["person", "Tăng trưởng kinh tế của Hà Nội khá."],
    ["organisation", "Đội ngũ của Hà Nội đông."],
    ["organisation", "Thị trường Hà Nội ổn định."],
    ["organisation", "Trường học ở Hà Nội thiếu."],
    ["place", "Hạn là Thứ Hai."],
    ["place", "Kéo dài đến Quý II."],
    ["reason", "Hiệp định thương mại tự do có hiệu lực."],
    ["reason", "Giá trở nên rẻ."],
    ["reason", "Nước đo được 3 mét."],
    ["reason", "Con vịt bơi."],
  ])("finds no %s in %j", (kind, sentence) => {
    expect(holdsAnswerOf(kind, sentence)).toBe(false);
  });
});

describe("asksItself", () => {
  test.each([
    "tuyến nào hoạt động kém?",
    "người đó giữ chức gì",
    "nguoi do giu chuc gi",
    "vì sao?",
    "what may it be spent on?",
  ])("hears a question in %j", (followUp) => {
    expect(asksItself(followUp)).toBe(true);
  });

  test.each(["còn năm 2019?", "thế Hà Đông thì sao", "còn chợ thế nào", "what about 2019?", "and exports?"])(
    "hears in %j the question before",
    (followUp) => {
      expect(asksItself(followUp)).toBe(false);
    },
  );
});

describe("isTopic", () => {
  const asked = (text: string) => isTopic(text, detectQuestionKinds(text));

  test.each([
    "Cụm công nghiệp Phú Nghĩa",
    "chợ đầu mối",
    "gia vang hoi manh khi loi suat trai phieu giam",
    "Kích cầu tiêu dùng nội địa",
    "industrial clusters in Hanoi",
    "OCOP 4 sao",
  ])("takes %j for a topic", (text) => {
    expect(asked(text)).toBe(true);
  });

  test.each([
    "Hà Nội có bao nhiêu cụm công nghiệp?",
    "xuất khẩu tăng không",
    "ai chu tri hoi nghi",
    "chủ đề năm 2021 là gì",
    "doanh nghiep nao duoc ho tro",
    "tại sao giảm",
    "năm 2020 sao giảm",
    "quý 1 sao giảm",
    "Kích cầu?",
    "are there night markets",
    "how is waste water treated",
  ])("takes %j for a question", (text) => {
    expect(asked(text)).toBe(false);
    expect(asked(foldDiacritics(text))).toBe(false);
  });
});
