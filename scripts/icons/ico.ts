/**
 * An ICO file with one picture, kept as PNG: a directory of 6 bytes and one entry of 16, then the picture. (Microsoft,
 * "The format of icon resources"; PNG inside since Windows Vista.)
 * @param size pixels of a side, at most 255
 */
export function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon, no cursor
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // colour planes
  head.writeUInt16LE(32, 12); // bits of a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
