import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { MAX_FILE } from "../files/schema.ts";
import { drafts } from "../testing/articles.ts";
import { headersOf } from "../testing/client.ts";
import { hugePng, movingPicture, picture } from "../testing/pictures.ts";
import { fetchFile, filesOnDisk, uploaded, uploads } from "../testing/uploading.ts";
import { createWorld, serveWorld, signIn, type TestServer, type World } from "../testing/world.ts";

let world: World;
let server: TestServer;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterAll(async () => {
  await server.close();
  await world.close();
});
beforeEach(async () => {
  ({ id } = await drafts(world));
});

const send = (name: string, bytes: string | Uint8Array, headers: Record<string, string> = {}) =>
  uploads(server, world.developer, { id, name, bytes, headers });
const take = (name: string, bytes: string | Uint8Array) => uploaded(server, world.developer, { id, name, bytes });
const rows = () => world.system.db.prisma.file.count({ where: { articleId: id } });
const saysOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

/** Sends something that is refused, and sees that nothing of it stays. */
async function refused(name: string, bytes: string | Uint8Array) {
  const before = filesOnDisk(world);
  const said = await saysOf(await send(name, bytes));
  expect(await rows()).toBe(0);
  expect(filesOnDisk(world)).toEqual(before);
  return said;
}

describe("who may upload", () => {
  test("whoever writes the article, and nobody else; to others it is not there", async () => {
    const { customer, stranger, colleague, rival, admin, developer } = world;
    const misplaced = await signIn(world.system, developer, "customer");
    const say = async (actor: Actor | null) =>
      (await uploads(server, actor, { id, name: "a.txt", bytes: "text" })).status;
    for (const actor of [developer, colleague, admin]) expect(await say(actor)).toBe(201);
    for (const actor of [customer, stranger, rival]) expect(await say(actor)).toBe(404);
    expect(await say(null)).toBe(401);
    expect(await say(misplaced)).toBe(403);
  });
  test("nobody from another site, and nobody as somebody else", async () => {
    expect((await send("a.txt", "text", { origin: "https://evil.example" })).status).toBe(403);
    expect((await send("a.txt", "text", { "x-mintreu-person": world.admin.personId })).status).toBe(401);
    expect(await rows()).toBe(0);
  });
  test("for nothing but what an upload can be for", async () => {
    const post = async (query: string) => {
      const headers = headersOf(server, world.developer);
      return (await fetch(`${server.url("console")}/files?${query}`, { method: "POST", headers, body: "text" })).status;
    };
    const good = `for=article&id=${id}&name=a.txt`;
    expect(await post(good)).toBe(201);
    const extra = ["uploaderId", "articleId", "key", "type", "__proto__", "constructor"].map(
      (key) => `${good}&${key}=x`,
    );
    const wrong = ["", `for=desk&id=${id}&name=a`, "for=article&id=x&name=a", `for=article&id=${id}&name=`];
    for (const query of [...extra, ...wrong, `for=article&id=${id}&name=${"x".repeat(201)}`]) {
      expect(await post(query)).toBe(400);
    }
    expect(Reflect.get({}, "x")).toBeUndefined();
    const nothing = `for=article&id=019ab000-0000-7000-8000-000000000000&name=a`;
    expect(await post(nothing)).toBe(404);
  });
});

describe("what a file is, its bytes tell:", () => {
  test.each([
    ["png", "image/png", "a.png"],
    ["jpeg", "image/jpeg", "a.jpg"],
    ["webp", "image/webp", "a.webp"],
    ["gif", "image/gif", "a.gif"],
    ["avif", "image/webp", "a.webp"],
  ] as const)("a picture, %s", async (kind, type, name) => {
    const file = await take("a.exe", await picture(kind, 64, 32));
    expect(file).toMatchObject({ type, name, width: 64, height: 32 });
  });
  test("a document, text, an archive", async () => {
    expect(await take("a.html", "%PDF-1.7\n1 0 obj\n")).toMatchObject({ type: "application/pdf", name: "a.pdf" });
    expect(await take("notes.log", "Grüße\n")).toMatchObject({ type: "text/plain", name: "notes.log", width: null });
    const zip = Buffer.from(`504b0506${"00".repeat(18)}`, "hex");
    expect(await take("a.zip", zip)).toMatchObject({ type: "application/zip", name: "a.zip" });
  });
  test("a program, and what nobody knows, is not taken, however it is called", async () => {
    const windows = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200, 1)]);
    const linux = Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(200, 1)]);
    for (const bytes of [windows, linux, Buffer.alloc(100), Buffer.from([0xff, 0xfe, 0xfd, 1, 2]), Buffer.alloc(0)]) {
      expect(await refused("a.png", bytes)).toEqual([415, "FILE_TYPE_REFUSED"]);
    }
  });
});

describe("a name", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\me\\report.txt", "report.txt"],
    ["..", "file"],
    ["   .hidden ", "hidden"],
    ["a\u202etxt.exe\u0000\u0007.log", "atxt.exe.log"],
    ["<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"],
    [`${"ä".repeat(180)}.txt`, `${"ä".repeat(116)}.txt`],
    ["Größe 📏.txt", "Größe 📏.txt"],
  ])("%j is kept as %j", async (sent, kept) => {
    const file = await take(sent, "text");
    expect(file.name).toBe(kept);
    const response = await fetchFile(server, world.developer, file.url);
    const offered = response.headers.get("content-disposition")?.match(/filename\*=UTF-8''(.*)$/)?.[1];
    expect(decodeURIComponent(offered ?? "")).toBe(kept);
    expect(await response.text()).toBe("text");
  });
});

describe("a picture", () => {
  test("is written anew: upright, and without what its camera said or anybody hid in it", async () => {
    const sharp = (await import("sharp")).default;
    const hidden = "<script>canary-of-a-polyglot</script>";
    const image = sharp(await picture("jpeg", 60, 30)).withExif({ IFD0: { Copyright: "canary-of-exif" } });
    const sent = Buffer.concat([await image.withMetadata({ orientation: 6 }).jpeg().toBuffer(), Buffer.from(hidden)]);
    const file = await take("a.jpg", sent);
    expect(file).toMatchObject({ width: 30, height: 60 });
    const bytes = Buffer.from(await (await fetchFile(server, world.developer, file.url)).bytes());
    expect(bytes.includes("canary")).toBe(false);
    const { width, height, exif, orientation } = await sharp(bytes).metadata();
    expect({ width, height, exif, orientation }).toEqual({ width: 30, height: 60 });
  });
  test("that moves goes on moving, in every width", async () => {
    const file = await take("a.gif", await movingPicture(640, 20, 5));
    expect(file).toMatchObject({ type: "image/gif", width: 640, height: 20 });
    const sharp = (await import("sharp")).default;
    for (const query of ["", "?w=320"]) {
      const response = await fetchFile(server, world.developer, file.url + query);
      expect((await sharp(Buffer.from(await response.bytes()), { animated: true }).metadata()).pages).toBe(5);
    }
  });
  test("of more pixels than a telephone's is kept no larger than a screen", async () => {
    expect(await take("a.png", await picture("png", 5_000, 100))).toMatchObject({ width: 2_560, height: 51 });
  });
  test("that is damaged is told so", async () => {
    const whole = await picture("png", 300, 300);
    const wrong = Buffer.concat([whole.subarray(0, 60), Buffer.alloc(400, 7)]);
    expect(await refused("a.png", wrong)).toEqual([422, "PICTURE_BROKEN"]);
    const cut = (await picture("jpeg", 900, 900)).subarray(0, 900);
    expect(await refused("a.jpg", cut)).toEqual([422, "PICTURE_BROKEN"]);
  });
  test("of 50,000 by 50,000 is refused before it is decoded", async () => {
    const bomb = await hugePng(50_000, 50_000);
    expect(bomb.length).toBeLessThan(3_000_000);
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 2);
    expect(await refused("a.png", bomb)).toEqual([413, "PICTURE_TOO_BIG"]);
    clearInterval(watch);
    expect(most - before).toBeLessThan(200_000_000);
  });
  test("whose frames together are too many pixels is refused too", async () => {
    const sharp = (await import("sharp")).default;
    const frame = (background: string) => ({
      create: { width: 3_000, height: 3_000, channels: 3 as const, background },
    });
    const frames = await Promise.all(["red", "blue"].map((colour) => sharp(frame(colour)).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ effort: 0 })
      .toBuffer();
    expect(await refused("a.webp", moving)).toEqual([413, "PICTURE_TOO_BIG"]);
  });
});

test("the same bytes for the same article are one file", async () => {
  const first = await take("a.txt", "text");
  expect(await take("b.txt", "text")).toEqual(first);
  const bytes = await picture("png", 50, 50);
  expect(await take("a.png", bytes)).toEqual(await take("b.png", bytes));
  expect(await rows()).toBe(2);
});

describe("a file that is too big", () => {
  test("is refused before it is sent, where its size is told", async () => {
    const big = new Uint8Array(MAX_FILE + 1);
    expect(await refused("a.txt", big)).toEqual([413, "FILE_TOO_BIG"]);
  });
  test("is refused when it has grown too big, where it is not", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1_000_000;
        if (sent > MAX_FILE + 5_000_000) controller.close();
        else controller.enqueue(new Uint8Array(1_000_000).fill(97));
      },
    });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: endless, duplex: "half" };
    const url = `${server.url("console")}/files?for=article&id=${id}&name=a.txt`;
    const response = await fetch(url, { ...init, headers: headersOf(server, world.developer) });
    expect(await saysOf(response)).toEqual([413, "FILE_TOO_BIG"]);
    expect(await rows()).toBe(0);
  });
});

test("an upload that is cut leaves nothing", async () => {
  const before = filesOnDisk(world);
  const { host, hostname, port } = new URL(server.url("console"));
  const { cookie, origin } = headersOf(server, world.developer);
  const socket = connect(Number(port), hostname);
  const head = [
    `POST /files?for=article&id=${id}&name=a.txt HTTP/1.1`,
    ...[`Host: ${host}`, `Cookie: ${cookie}`, `Origin: ${origin}`, "Content-Length: 100000", "", ""],
  ];
  socket.write(head.join("\r\n") + "x".repeat(50_000));
  await expect.poll(() => filesOnDisk(world).length, { interval: 5 }).toBe(before.length + 1);
  socket.destroy();
  await expect.poll(() => filesOnDisk(world), { interval: 5 }).toEqual(before);
  expect(await rows()).toBe(0);
});

test("a large file is never whole in memory", async () => {
  const before = process.memoryUsage();
  let most = 0;
  const watch = setInterval(() => {
    const { arrayBuffers, external } = process.memoryUsage();
    most = Math.max(most, arrayBuffers + external - before.arrayBuffers - before.external);
  }, 1);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent >= 40_000_000) return controller.close();
      sent += 100_000;
      controller.enqueue(new Uint8Array(100_000).fill(97));
    },
  });
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  const url = `${server.url("console")}/files?for=article&id=${id}&name=a.txt`;
  const response = await fetch(url, { ...init, headers: headersOf(server, world.developer) });
  clearInterval(watch);
  expect(response.status).toBe(201);
  expect(most).toBeLessThan(35_000_000);
});
