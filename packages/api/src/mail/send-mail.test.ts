import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../testing/world.ts";
import { sendMail } from "./send-mail.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a subject is one line, whatever somebody called what it names", async () => {
  const subject = "To review: a\r\nBcc: somebody@else.example\u2028b\tc";
  await sendMail(world.system, { cause: "test", to: "ann@example.com", subject, text: "a\nb" });
  const mail = await world.system.db.prisma.mail.findFirstOrThrow({ where: { cause: "test" } });
  expect([mail.subject, mail.text]).toEqual(["To review: a Bcc: somebody@else.example b c", "a\nb"]);
});
