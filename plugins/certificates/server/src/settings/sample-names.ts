interface NamesOfScript {
  key: string;
  name: Record<'en' | 'es', string>;
  /** A person and a module, invented. */
  recipient: string;
  module: string;
}

/** One for each script that certificates promise to set (P5). */
export const NAMES_OF_SCRIPTS: NamesOfScript[] = [
  {
    key: 'latin',
    name: { en: 'Latin with accents', es: 'Latino con acentos' },
    recipient: 'Łucja Ångström-Ñuñez Đặng',
    module: 'Œuvre, façade & Straße',
  },
  {
    key: 'greek',
    name: { en: 'Greek', es: 'Griego' },
    recipient: 'Ελένη Παπαδοπούλου',
    module: 'Εισαγωγή στον προγραμματισμό',
  },
  {
    key: 'cyrillic',
    name: { en: 'Cyrillic', es: 'Cirílico' },
    recipient: 'Юлія Щербакова-Їжакевич',
    module: 'Основы программирования',
  },
  {
    key: 'arabic',
    name: { en: 'Arabic', es: 'Árabe' },
    recipient: 'محمد بن عبد الله الأنصاري',
    module: 'مقدمة في البرمجة',
  },
  { key: 'hebrew', name: { en: 'Hebrew', es: 'Hebreo' }, recipient: 'דוד בן־גוריון', module: 'מבוא לתכנות' },
  {
    key: 'devanagari',
    name: { en: 'Devanagari', es: 'Devanagari' },
    recipient: 'क्षितिज श्रीवास्तव',
    module: 'प्रोग्रामिंग का परिचय',
  },
  {
    key: 'thai',
    name: { en: 'Thai', es: 'Tailandés' },
    recipient: 'น้ำทิพย์ ศรีสุวรรณ',
    module: 'การเขียนโปรแกรมเบื้องต้น',
  },
  {
    key: 'chinese',
    name: { en: 'Chinese', es: 'Chino' },
    recipient: '王小明',
    module: '程序设计基础与数据结构',
  },
  {
    key: 'japanese',
    name: { en: 'Japanese', es: 'Japonés' },
    recipient: '山田 たろう',
    module: 'プログラミング入門（上級）',
  },
  { key: 'korean', name: { en: 'Korean', es: 'Coreano' }, recipient: '김철수', module: '프로그래밍 입문' },
];
