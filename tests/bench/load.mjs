// Loads the answer with Microsoft's own JavaScript client, as a script of a user would; one line of JSON a run.
//   NODE_EXTRA_CA_CERTS=CERTIFICATE.pem node load.mjs ENDPOINTS.json RUNS <TOKEN
import { readFileSync } from "node:fs";
import { LogsQueryClient } from "@azure/monitor-query-logs";

const [endpointsFile, runs] = process.argv.slice(2);
const endpoints = JSON.parse(readFileSync(endpointsFile, "utf8"));
const token = readFileSync(0, "utf8");
const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
for (let run = 0; run < Number(runs); run++) {
  // A client of its own for each run, so that each sets TLS up.
  const client = new LogsQueryClient(credential, { endpoint: endpoints.logs, audience: endpoints.logsScope });
  const started = performance.now();
  const result = await client.queryWorkspace(endpoints.workspaceId, "Event", { duration: "P1D" });
  const milliseconds = performance.now() - started;
  const peakKb = Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  console.log(JSON.stringify({ milliseconds, rows: result.tables[0].rows.length, peakKb }));
}
