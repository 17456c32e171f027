import { makeDocx, makePdf } from "./documents.ts";
import { seenAs, seenAsTcvn3, seenAsVni, toWindows1252 } from "./legacy-encodings.ts";

/** What an article of the folder is to be indexed with. */
interface ExpectedArticle {
  readonly file: string;
  readonly title: string | null;
  readonly publishedOn: string | null;
}

function sentence(topic: string): string {
  return `Sở Công Thương Hà Nội cho biết ${topic} đã được triển khai trên địa bàn thành phố trong năm 2020.`;
}

/** A folder as an office has it: files of all formats, some of them broken. */
export const MIXED_FOLDER: Readonly<Record<string, string | Uint8Array>> = {
  "khuyen-cong.txt": `Hà Nội đẩy mạnh khuyến công trong năm mới\n12/01/2021 5:02 PM\n(Chinhphu.vn) – ${sentence("chương trình khuyến công")}\n`,
  "kich-cau.md": `---\ntitle: Kích cầu tiêu dùng cuối năm\npublishedOn: 2020-12-05\n---\n\n${sentence("chương trình kích cầu")}\n`,
  "logistics.markdown": `# Đề án logistics của Thủ đô\n\nThứ Hai, 04/05/2020\n\n${sentence("đề án logistics")}\n`,
  "trang/gia-dien.html": `<!doctype html><meta charset="utf-8"><title>Giá điện ổn định - Báo Thử Nghiệm</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Giá điện ổn định","datePublished":"2021-03-01T20:00:00Z"}</script>
<nav>Trang chủ Kinh tế</nav><article><h1>Giá điện ổn định</h1><p>${sentence("giá điện")}</p></article>`,
  "trang/cho-dau-moi.htm": `<html><head><meta charset="utf-8"><meta property="og:title" content="Chợ đầu mối mới">
<meta property="article:published_time" content="2019-07-08"></head><body><p>${sentence("chợ đầu mối")}</p></body></html>`,
  "cum-cong-nghiep.docx": makeDocx([
    "# Báo cáo cụm công nghiệp năm 2020",
    "15/12/2020",
    sentence("quy hoạch cụm công nghiệp"),
  ]),
  "ke-hoach.pdf": makePdf([
    ["Thành phố đã mở 300 lớp đào tạo nghề cho lao động nông thôn."],
    ["Các huyện ngoại thành có thêm 20 phiên chợ hàng Việt."],
    ["Hà Nội đã khai trương 12 điểm bán sản phẩm OCOP trong năm 2021."],
  ]),
  "ke-hoach.yaml": "title: Kế hoạch phát triển thị trường nội địa\npublishedOn: 30/06/2021\n",
  'văn bản "gốc" 😀.pdf': makePdf([
    ["Kết quả hội chợ hàng thủ công mỹ nghệ", "", "20/10/2020", "", "Hội chợ có 650 gian hàng."],
    ["Doanh thu của hội chợ ước đạt 40 tỷ đồng."],
  ]),
  "cu/tcvn3.txt": toWindows1252(
    seenAsTcvn3(
      `Hà nội phát triển công nghiệp hỗ trợ\n\n03/02/2004\n\n${sentence("công nghiệp hỗ trợ").toLowerCase()}\n`,
    ),
  ),
  "cu/vni.md": seenAsVni(
    `# Xuất khẩu của Thủ đô tăng mạnh\n\n09/09/2003\n\n${sentence("kế hoạch xuất khẩu")}\n`,
  ),
  "cu/mojibake.txt": seenAs(
    "windows-1252",
    `Bán lẻ phục hồi sau Tết\n\n02/03/2020\n\n${sentence("bình ổn giá")}\n`,
  ),
  "hong/rong.txt": "",
  "hong/cat-cut.docx": makeDocx([sentence("tệp hỏng")]).subarray(0, 300),
  "hong/dut.pdf": "%PDF-1.4 không còn gì",
  "hong/quet.pdf": makePdf([[], []]),
  "hong/mat-khau.docx": Buffer.from("d0cf11e0a1b11ae100", "hex"),
  "hong/anh.png": Buffer.from("89504e470d0a1a0a", "hex"),
  "hong/sai-ngay.md": `---\npublishedOn: 31/02/2021\n---\n\n${sentence("ngày không có")}\n`,
  "hong/la.txt": Buffer.from("Gi\xe1 v\xe0ng h\xf4m nay t\xe3ng", "latin1"),
};

export const MIXED_ARTICLES: readonly ExpectedArticle[] = [
  { file: "cu/mojibake.txt", title: "Bán lẻ phục hồi sau Tết", publishedOn: "2020-03-02" },
  { file: "cu/tcvn3.txt", title: "Hà nội phát triển công nghiệp hỗ trợ", publishedOn: "2004-02-03" },
  { file: "cu/vni.md", title: "Xuất khẩu của Thủ đô tăng mạnh", publishedOn: "2003-09-09" },
  { file: "cum-cong-nghiep.docx", title: "Báo cáo cụm công nghiệp năm 2020", publishedOn: "2020-12-15" },
  { file: "ke-hoach.pdf", title: "Kế hoạch phát triển thị trường nội địa", publishedOn: "2021-06-30" },
  { file: "khuyen-cong.txt", title: "Hà Nội đẩy mạnh khuyến công trong năm mới", publishedOn: "2021-01-12" },
  { file: "kich-cau.md", title: "Kích cầu tiêu dùng cuối năm", publishedOn: "2020-12-05" },
  { file: "logistics.markdown", title: "Đề án logistics của Thủ đô", publishedOn: "2020-05-04" },
  { file: "trang/cho-dau-moi.htm", title: "Chợ đầu mối mới", publishedOn: "2019-07-08" },
  { file: "trang/gia-dien.html", title: "Giá điện ổn định", publishedOn: "2021-03-02" },
  { file: 'văn bản "gốc" 😀.pdf', title: "Kết quả hội chợ hàng thủ công mỹ nghệ", publishedOn: "2020-10-20" },
];

/** What is to be said of each broken file. */
export const MIXED_SKIPPED: ReadonlyArray<readonly [file: string, reason: string, said: string]> = [
  [
    "hong/anh.png",
    "unsupported-format",
    "không đọc được định dạng .png, hãy lưu thành một trong các dạng .txt",
  ],
  ["hong/cat-cut.docx", "broken", "tệp hỏng, hãy mở bằng chương trình của nó rồi lưu lại"],
  ["hong/dut.pdf", "broken", "tệp hỏng, hãy mở bằng chương trình của nó rồi lưu lại"],
  ["hong/la.txt", "not-utf8", "không phải UTF-8 (từ byte 3), hãy lưu lại bằng UTF-8"],
  ["hong/mat-khau.docx", "encrypted", "tệp có mật khẩu, hãy lưu lại không đặt mật khẩu"],
  [
    "hong/quet.pdf",
    "no-text-layer",
    "PDF chỉ có ảnh chụp (2 trang), không có chữ, hãy nhận dạng chữ (OCR) trước",
  ],
  ["hong/rong.txt", "empty", "tệp không có chữ nào"],
  [
    "hong/sai-ngay.md",
    "front-matter",
    "phần thông tin đầu tệp sai: publishedOn: “31/02/2021” không phải ngày, hãy viết",
  ],
];
