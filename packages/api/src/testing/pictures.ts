import { crc32, createDeflate } from "node:zlib";
import sharp from "sharp";

/** A picture of one colour, as bytes of a kind. */
export function picture(
  kind: "png" | "jpeg" | "webp" | "gif" | "avif",
  width: number,
  height: number,
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "tomato" } })
    .toFormat(kind)
    .toBuffer();
}

/** A GIF of several frames. */
export async function movingPicture(width: number, height: number, frames: number): Promise<Buffer> {
  const shades = Array.from({ length: frames }, (_, i) => ({ r: (i * 37) % 256, g: 80, b: 120 }));
  const pages = shades.map((background) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(pages), { join: { animated: true } })
    .gif({ delay: shades.map(() => 100) })
    .toBuffer();
}

/** A real PNG of any size in one colour: its pixels are there, squeezed a thousandfold. */
export async function hugePng(width: number, height: number): Promise<Buffer> {
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  const rows = Buffer.concat(Array.from({ length: 500 }, () => row));
  const squeezed: Buffer[] = [];
  const deflate = createDeflate({ level: 1 }).on("data", (chunk: Buffer) => squeezed.push(chunk));
  for (let written = 0; written < height; written += 500) {
    await new Promise((resolve) =>
      deflate.write(rows.subarray(0, Math.min(500, height - written) * row.length), resolve),
    );
  }
  await new Promise<void>((resolve) => deflate.once("end", resolve).end());
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", Buffer.concat(squeezed)), chunk("IEND")]);
}

function chunk(kind: string, data = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(kind), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
