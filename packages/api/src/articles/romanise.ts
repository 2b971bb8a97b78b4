/** Letters that are no Latin letter with a mark, as they are usually written in Latin ones. */
const LETTERS: Record<string, string> = {
  // Latin.
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "ng", ŧ: "t", ə: "a" },
  ...{ ĸ: "k", ſ: "s", ƒ: "f" },
  // Cyrillic.
  ...{
    а: "a",
    б: "b",
    в: "v",
    г: "g",
    д: "d",
    е: "e",
    ж: "zh",
    з: "z",
    и: "i",
    к: "k",
    л: "l",
    м: "m",
    н: "n",
    о: "o",
  },
  ...{ п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y" },
  ...{ ь: "", э: "e", ю: "yu", я: "ya", є: "ye", і: "i", ґ: "g", ђ: "dj", ј: "j", љ: "lj", њ: "nj", ћ: "c", џ: "dz" },
  // Greek.
  ...{
    α: "a",
    β: "v",
    γ: "g",
    δ: "d",
    ε: "e",
    ζ: "z",
    η: "i",
    θ: "th",
    ι: "i",
    κ: "k",
    λ: "l",
    μ: "m",
    ν: "n",
    ξ: "x",
  },
  ...{ ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o" },
  // Hebrew and Arabic write no vowels; what is left is still an address that one can tell from another.
  ...{
    א: "a",
    ב: "b",
    ג: "g",
    ד: "d",
    ה: "h",
    ו: "v",
    ז: "z",
    ח: "ch",
    ט: "t",
    י: "y",
    כ: "k",
    ך: "k",
    ל: "l",
    מ: "m",
  },
  ...{ ם: "m", נ: "n", ן: "n", ס: "s", ע: "a", פ: "p", ף: "f", צ: "ts", ץ: "ts", ק: "q", ר: "r", ש: "sh", ת: "t" },
  ...{ ا: "a", ب: "b", ت: "t", ث: "th", ج: "j", ح: "h", خ: "kh", د: "d", ذ: "dh", ر: "r", ز: "z", س: "s", ش: "sh" },
  ...{
    ص: "s",
    ض: "d",
    ط: "t",
    ظ: "z",
    ع: "a",
    غ: "gh",
    ف: "f",
    ق: "q",
    ك: "k",
    ل: "l",
    م: "m",
    ن: "n",
    ه: "h",
    و: "w",
  },
  ...{ ي: "y", ى: "a", ة: "a", ء: "", پ: "p", چ: "ch", گ: "g", ک: "k", ی: "y" },
};

const KANA_ROWS: Record<string, string> = {
  ...{
    a: "あいうえお",
    k: "かきくけこ",
    g: "がぎぐげご",
    s: "さしすせそ",
    z: "ざじずぜぞ",
    t: "たちつてと",
    d: "だぢづでど",
  },
  ...{ n: "なにぬねの", h: "はひふへほ", b: "ばびぶべぼ", p: "ぱぴぷぺぽ", m: "まみむめも", r: "らりるれろ" },
};
const VOWELS = ["a", "i", "u", "e", "o"];
const KANA = new Map<string, string>([
  ...Object.entries(KANA_ROWS).flatMap(([consonant, row]) =>
    [...row].map((kana, i): [string, string] => [kana, (consonant === "a" ? "" : consonant) + VOWELS[i]]),
  ),
  ...Object.entries({
    や: "ya",
    ゆ: "yu",
    よ: "yo",
    わ: "wa",
    を: "o",
    ん: "n",
    っ: "",
    ゃ: "ya",
    ゅ: "yu",
    ょ: "yo",
    し: "shi",
  }),
  ...Object.entries({ ち: "chi", つ: "tsu", ふ: "fu", じ: "ji", ー: "" }),
]);

// Revised Romanisation: a syllable is an initial, a vowel and a final, by its number. https://www.unicode.org/versions/latest/core-spec/chapter-3/#G24646
const INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
const MEDIALS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");
const HANGUL = 0xac00;

/** Text in Latin letters as far as its script is written by sounds; what is not is left as it is. */
export function romanised(text: string): string {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\uac00-\ud7a3]/g, hangul)
    .normalize("NFD")
    // Marks of Japanese make other letters; all others only change how one is read.
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g, "")
    .normalize("NFC");
  return [...letters].map((letter) => LETTERS[letter] ?? KANA.get(hiragana(letter)) ?? letter).join("");
}

function hangul(syllable: string): string {
  const number = syllable.charCodeAt(0) - HANGUL;
  return `${INITIALS[Math.floor(number / 588)]}${MEDIALS[Math.floor((number % 588) / 28)]}${FINALS[number % 28]}`;
}

/** Katakana are the same syllables 96 places further on. */
function hiragana(letter: string): string {
  return /[\u30a1-\u30f6]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) - 96) : letter;
}
