import { expect, test } from "vitest";
import { hrefOf, type Place, placeAt } from "./place.ts";

const ID = "019ab000-0000-7000-8000-000000000001";
const DESK = "019ab000-0000-7000-8000-000000000002";
const at = (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://console");
  return placeAt(pathname, searchParams);
};

test.each<Place>([
  { view: "mine", id: null, deskId: null, priority: null, productId: null },
  { view: "resolved", id: ID, deskId: DESK, priority: "urgent", productId: DESK },
])("the address of a place leads back to it", (place) => {
  expect(at(hrefOf(place))).toEqual(place);
});

test.each(["/", "/mail", `/mine/${ID}/more`, "/mine/1042", `/everything/${ID}`])(
  "%s is no list's address",
  (address) => {
    expect(at(address)).toBeNull();
  },
);

test("a filter that makes no sense is left out, not an error", () => {
  expect(at("/open?priority=high%20ish&desk=1&product=%27")).toEqual(at("/open"));
});
