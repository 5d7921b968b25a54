/** What the admin says to somebody of the staff; it shows messages of errors in its reader's language by `apiError.<message>`. */
export const EASY_TO_GUESS =
  'This password is easy to guess: many people have it, or it says little but your name or ours.';
export const EASY_TO_GUESS_ES =
  'Esta contraseña es fácil de adivinar: la usa mucha gente, o dice poco más que tu nombre o el nuestro.';
