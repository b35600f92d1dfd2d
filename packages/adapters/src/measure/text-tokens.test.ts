import { expect, test } from "vitest";
import { CHARACTERS_READ, textTokens } from "./text-tokens.ts";

const sentence = "The quick brown fox jumps over the lazy dog. ";

test("a sentence has about a token a word", () => {
  expect(textTokens([sentence])).toBe(10);
  expect(textTokens([])).toBe(0);
  expect(textTokens(["", "   "])).toBe(0);
});

test("a long text is extrapolated from its beginning", () => {
  const tenfold = sentence.repeat((CHARACTERS_READ * 10) / sentence.length);
  expect(textTokens([tenfold])).toBeGreaterThan((10 / 45) * tenfold.length);
  expect(textTokens([tenfold])).toBeLessThan(0.26 * tenfold.length);
});

test("a dense text is extrapolated at its own rate", () => {
  const characters = CHARACTERS_READ * 4;
  expect(textTokens(["漢".repeat(characters)]) / characters).toBeCloseTo(1 / 1.2, 5);
});

test("a blank beginning does not hide what follows", () => {
  const hidden = " ".repeat(CHARACTERS_READ) + sentence.repeat(10_000);
  expect(textTokens([hidden])).toBeGreaterThan(100_000);
  expect(textTokens([" ".repeat(CHARACTERS_READ), sentence.repeat(10_000)])).toBeGreaterThan(100_000);
});

test("another text at the end never lowers the estimate, read or not", () => {
  const texts = [sentence.repeat(5_000), "漢字".repeat(150_000), " ".repeat(400_000), "a.".repeat(200_000)];
  const estimates = texts.map((_, index) => textTokens(texts.slice(0, index + 1)));
  expect(estimates).toEqual(estimates.toSorted((a, b) => a - b));
});

test.each([
  ["surrogates without a partner", "\ud800\udc00\udc00\ud800"],
  ["emoji", "😀"],
  ["accents", "ü\u0301"],
  ["zero bytes", "\0"],
])("ten million characters of %s are estimated", (_, unit) => {
  const text = unit.repeat(Math.ceil(10_000_000 / unit.length));
  expect(textTokens([text])).toBeGreaterThan(1_000_000);
});

/** Texts with what two real vocabularies make of them: o200k_base and cl100k_base, counted by gpt-tokenizer 4.0.0. */
const COUNTED: [name: string, text: string, o200k: number, cl100k: number][] = [
  ["English", "Please translate this sentence into French. The text is used to measure the number of tokens.", 18, 18],
  [
    "Russian",
    "Пожалуйста, переведите это предложение на французский язык. Этот текст используется для измерения.",
    21,
    40,
  ],
  [
    "Greek",
    "Παρακαλώ μεταφράστε αυτή την πρόταση στα γαλλικά. Αυτό το κείμενο χρησιμοποιείται για τη μέτρηση.",
    31,
    87,
  ],
  ["Arabic", "ترجم هذه الجملة إلى الفرنسية من فضلك. يتم استخدام هذا النص لقياس عدد الرموز في اللغة العربية.", 25, 62],
  ["Hebrew", "אנא תרגם את המשפט הזה לצרפתית. הטקסט הזה משמש למדידת מספר האסימונים בשפה העברית.", 33, 84],
  ["Hindi", "कृपया इस वाक्य का फ़्रेंच में अनुवाद करें। यह पाठ हिंदी भाषा में टोकन की संख्या मापने के लिए है।", 36, 95],
  ["Tamil", "இந்த வாக்கியத்தை பிரெஞ்சு மொழியில் மொழிபெயர்க்கவும்.", 18, 69],
  ["Thai", "กรุณาแปลประโยคนี้เป็นภาษาฝรั่งเศส ข้อความนี้ใช้สำหรับวัดจำนวนโทเค็นในภาษาไทย", 32, 81],
  ["Georgian", "გთხოვთ, თარგმნოთ ეს წინადადება ფრანგულად.", 17, 76],
  ["Amharic", "እባክዎ ይህን ዓረፍተ ነገር ወደ ፈረንሳይኛ ይተርጉሙ።", 62, 84],
  ["Burmese", "ကျေးဇူးပြု၍ ဤဝါကျကို ပြင်သစ်ဘာသာသို့ ဘာသာပြန်ပါ။", 28, 95],
  ["Khmer", "សូមបកប្រែប្រយោគនេះជាភាសាបារាំង។", 19, 49],
  ["Chinese", "请把这句话翻译成法语。这段文字用于在处理请求时测量中文的标记数量。", 25, 35],
  ["Japanese", "この文をフランス語に翻訳してください。このテキストはトークン数を測定するために使用されます。", 30, 39],
  ["Korean", "이 문장을 프랑스어로 번역해 주세요. 이 텍스트는 토큰 수를 측정하는 데 사용됩니다.", 29, 40],
  ["a hash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 43, 43],
  ["base64", "Q2FsbCBtZSBJc2htYWVsLiBTb21lIHllYXJzIGFnb25ldmVyIG1pbmQgaG93IGxvbmc", 43, 44],
  ["blank lines", " \n\t".repeat(60), 61, 61],
  ["pictures", "🎉🚀😀🐙🍕🌍🎸🦊", 16, 23],
  ["cuneiform", "𒀀𒀁𒀂𒀃𒀄𒀅𒀆𒀇𒀈𒀉𒀊𒀋", 48, 48],
  ["private use", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006", 14, 21],
  ["signs that nobody sees", "\u200b\u200c\u200d\ufeff".repeat(10), 50, 60],
];

test.each(COUNTED)(
  "%s counts as at least a third and at most one and a half of what a model counts",
  (_, text, o200k, cl100k) => {
    const tokens = textTokens([text]);
    expect(tokens).toBeGreaterThan(Math.max(o200k, cl100k) / 3);
    expect(tokens).toBeLessThan(1.5 * Math.max(o200k, cl100k));
  },
);
