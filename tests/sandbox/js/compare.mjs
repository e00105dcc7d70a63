// Whether two files of JSON lines hold the same rows: equal values, whatever the spacing and the order of the keys.
//   node compare.mjs ONE.jsonl OTHER.jsonl
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

const [one, other] = process.argv.slice(2).map((file) =>
  readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)));
if (one.length === 0) {
  console.error("There are no rows to compare.");
  process.exit(1);
}
if (one.length !== other.length) {
  console.error(`${one.length} rows here, ${other.length} there.`);
  process.exit(1);
}
one.forEach((row, index) => {
  if (!isDeepStrictEqual(row, other[index])) {
    console.error(`Row ${index + 1} differs:\n${JSON.stringify(row)}\n${JSON.stringify(other[index])}`);
    process.exit(1);
  }
});
console.log(`${one.length} equal rows.`);
