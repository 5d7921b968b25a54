/** A name and the name of a module for each row of P5. */
export interface Script {
  script: string;
  name: string;
  module: string;
  /**
   * Whether letters of both directions stand in one line that begins from the right: readers give its parts in their
   * order, but do not agree on the spaces between them.
   */
  isMixed?: boolean;
  /** Whether a joiner is spelling there, which pdfjs leaves out. */
  hasJoiner?: boolean;
  /** Whether a word ends with a vowel sign, which pdfjs puts beside the space or on a line of its own. */
  endsWithMark?: boolean;
}

export const SCRIPTS: Script[] = [
  { script: 'Latin', name: 'Łukasz Ångström-Ñuñez', module: 'Œuvre & façade, Straße' },
  { script: 'Vietnamese', name: 'Nguyễn Thị Đào', module: 'Nhập môn lập trình' },
  {
    script: 'Latin with marks that have no letter of their own',
    name: 'Ẹ̀kọ́ q\u0301 x\u0323\u0302 ɔ\u0301',
    module: 'm\u0300 ɛ\u0303 J\u0301',
  },
  { script: 'Greek', name: 'Ελένη Παπαδοπούλου', module: 'Εισαγωγή στον προγραμματισμό' },
  { script: 'Greek with all accents', name: 'Ἀριστοτέλης ᾧ ῥήτωρ', module: 'Φιλοσοφία' },
  { script: 'Cyrillic', name: 'Юлія Щербакова-Їжакевич', module: 'Основы программирования' },
  { script: 'Arabic', name: 'محمد بن عبد الله الأنصاري', module: 'مقدمة في البرمجة' },
  { script: 'Arabic with vowels', name: 'مُحَمَّد بْنُ عَلِيّ', module: 'لَا إِلٰهَ إلا الله', endsWithMark: true },
  { script: 'Persian', name: 'پگاه چراغی گلستان', module: 'برنامه\u200Cنویسی', hasJoiner: true },
  { script: 'Hebrew', name: 'דוד בן־גוריון', module: 'מבוא לתכנות' },
  { script: 'Hebrew with points', name: 'דָּוִד שָׁלוֹם', module: 'תּוֹרָה' },
  { script: 'Devanagari', name: 'क्षितिज श्रीवास्तव', module: 'प्रोग्रामिंग का परिचय' },
  { script: 'Thai', name: 'น้ำทิพย์ ศรีสุวรรณ', module: 'การเขียนโปรแกรมเบื้องต้น' },
  { script: 'Chinese', name: '王小明', module: '程序设计基础与数据结构' },
  { script: 'Chinese, traditional', name: '歐陽鋒龍', module: '程式設計' },
  { script: 'Japanese', name: '山田 たろう', module: 'プログラミング入門（上級）' },
  { script: 'Korean', name: '김철수', module: '프로그래밍 입문' },
  { script: 'Arabic within Latin', name: 'Ali (علي) 2026', module: 'Python لغة' },
  { script: 'Latin within Hebrew', name: 'אבי (Avi) כהן', module: 'מבוא (Python) חלק 2', isMixed: true },
  { script: 'several scripts', name: 'Zoë 王 김 क्षि น้ำ', module: 'Ωmega и Я' },
];
