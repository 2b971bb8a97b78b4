import { expect, test } from "vitest";
import { readConfiguration } from "./env.ts";

test("without settings everything is on this machine, with the demo", () => {
  expect(readConfiguration({})).toEqual({
    customerPort: 3000,
    consolePort: 3001,
    customerUrl: "http://localhost:3000",
    consoleUrl: "http://localhost:3001",
    demo: true,
    dataDir: expect.stringMatching(/\/\.data$/),
    databaseUrl: undefined,
    dev: false,
  });
});

test("addresses follow the ports unless they are set", () => {
  const { customerUrl, consoleUrl } = readConfiguration({
    CUSTOMER_PORT: "4000",
    CONSOLE_URL: "http://127.0.0.1:5000/",
  });
  expect([customerUrl, consoleUrl]).toEqual(["http://localhost:4000", "http://127.0.0.1:5000"]);
});

test("a public address turns the demo off", () => {
  expect(readConfiguration({ CUSTOMER_URL: "https://support.example.com" }).demo).toBe(false);
});

test.each([
  [
    { DEMO: "on", CONSOLE_URL: "https://console.example.com" },
    /^DEMO is on, .* but CONSOLE_URL is not an address of this machine/,
  ],
  [{ DEMO: "yes" }, 'DEMO must be "on" or "off".'],
  [{ CUSTOMER_PORT: "http" }, "CUSTOMER_PORT must be a port, a number from 1 to 65535."],
  [{ CUSTOMER_PORT: "70000" }, "CUSTOMER_PORT must be at most 65535."],
  [{ CUSTOMER_PORT: "3001" }, "CUSTOMER_PORT and CONSOLE_PORT must be two different ports."],
  [{ CUSTOMER_URL: "localhost:3000" }, /^CUSTOMER_URL must be an address such as/],
  [{ CUSTOMER_URL: "http://localhost/help" }, "CUSTOMER_URL must be an address without a path."],
  [{ DATABASE_URL: "mysql://host/name" }, /^DATABASE_URL must be a PostgreSQL address/],
])("refuses %o", (source, sentence) => {
  expect(() => readConfiguration(source)).toThrow(sentence);
});

test("refuses an option it does not know", () => {
  expect(() => readConfiguration({}, ["--fast"])).toThrow("--fast is not an option: the only one is --dev.");
});
