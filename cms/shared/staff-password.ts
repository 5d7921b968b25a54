/** What the admin says about passwords; it shows messages of errors in its reader's language by `apiError.<message>`. */
export const EASY_TO_GUESS =
  'This password is easy to guess: many people have it, or it says little but your name or ours.';
export const IN_YOUR_PROFILE =
  'Change your own address and password in your profile: there your password is asked for.';
export const PASSWORD_FOR_ADDRESS =
  'A new address needs your password: fill in the current one, and below it a new one or the same again.';
export const PASSWORD_LENGTH_WORDS = 'A password has at least 8 characters and at most 72 bytes.';

export const STAFF_PASSWORD_ES: Readonly<Record<string, string>> = {
  [EASY_TO_GUESS]:
    'Esta contraseña es fácil de adivinar: la usa mucha gente, o dice poco más que tu nombre o el nuestro.',
  [IN_YOUR_PROFILE]:
    'Cambia tu propia dirección y tu contraseña en tu perfil: allí se te pide la contraseña.',
  [PASSWORD_FOR_ADDRESS]:
    'Una dirección nueva pide tu contraseña: escribe la actual, y debajo una nueva o la misma otra vez.',
  [PASSWORD_LENGTH_WORDS]: 'Una contraseña tiene al menos 8 caracteres y como mucho 72 bytes.',
};
