import { fileName } from './file-name';

it('the file is named after the student (C4)', () => {
  expect(fileName('guido', 'grade', null)).toBe('guido_grade_certificate.pdf');
  expect(fileName('guido', 'module', 'WEB')).toBe('guido_web_module_certificate.pdf');
});

it.each([
  ['../../etc/passwd', '_.._etc_passwd_grade_certificate.pdf'],
  ['a\r\nBcc: b@example.com', 'a_Bcc_b_example.com_grade_certificate.pdf'],
  ['Ñandú', 'Nandu_grade_certificate.pdf'],
  ['...', 'student_grade_certificate.pdf'],
])('the hostile name %p is defused (P5)', (stem, expected) => {
  expect(fileName(stem, 'grade', null)).toBe(expected);
});
