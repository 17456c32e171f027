import { expect, test } from "vitest";
import { RecentMap } from "../../src/search/recent-map.ts";

test("the value that was set longest ago is forgotten first", () => {
  const map = new RecentMap<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  map.set("c", 4);
  expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([3, undefined, 4]);
  map.delete("a");
  expect(map.get("a")).toBeUndefined();
});
