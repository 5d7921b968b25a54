/** Bidirectional controls, which can make a name read as another one (Unicode Technical Report 36), and what shows nothing. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;
/** Joiners change the form of their neighbours in these scripts, so they are spelling there; elsewhere they hide. */
const JOINED = '[\\p{Script=Arabic}\\p{Script=Devanagari}]\\p{M}*';
const IDLE_JOINER = new RegExp(`(?<!${JOINED})[\u200C\u200D]|[\u200C\u200D](?!${JOINED})`, 'gu');
/** Half a character: no font has it, and it is refused as such. */
const LONE_SURROGATE = /\p{Cs}/gu;
const CONTROL = /\p{Cc}+/gu;

/**
 * A text as it is drawn: without control and invisible characters, composed (NFC), white space single. Composed last: an
 * invisible character between a letter and its accent would keep them apart.
 */
export const clean = (text: string): string =>
  text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
    .replace(CONTROL, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
