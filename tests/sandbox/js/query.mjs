// Runs one KQL query with Microsoft's clients against a sandbox and prints the rows, one JSON object a line, in the
// form of `sonde query --format jsonl`.
//   node query.mjs ENDPOINTS.json QUERY
import { LogsQueryResultStatus } from "@azure/monitor-query-logs";
import { clientFor, readEndpoints } from "./client.mjs";

const [endpointsFile, query] = process.argv.slice(2);
const endpoints = readEndpoints(endpointsFile);
const client = clientFor(endpoints);
const result = await client.queryWorkspace(
  endpoints.workspaceId,
  query,
  { duration: "P60D" },
  { includeQueryStatistics: true, includeVisualization: true },
);
if (result.status !== LogsQueryResultStatus.Success) {
  console.error(`The query ended as ${result.status}.`);
  process.exit(1);
}
if (!result.statistics?.query || !result.visualization) {
  console.error("The statistics or the visualization are missing.");
  process.exit(1);
}
// The client turns datetimes into Date objects, which keep milliseconds; toISOString() would add the zeros that the
// service leaves out.
const plain = (value) => (value instanceof Date ? value.toISOString().replace(/\.?0*Z$/, "Z") : value);
for (const table of result.tables) {
  for (const row of table.rows) {
    const object = {};
    table.columnDescriptors.forEach((column, index) => (object[column.name] = plain(row[index])));
    console.log(JSON.stringify(object));
  }
}
