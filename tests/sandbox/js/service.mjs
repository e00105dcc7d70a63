// What Microsoft's client makes of a sandbox beyond rows: errors, partial answers, render, statistics, limits.
//   node service.mjs ENDPOINTS.json SCENARIO
// The scenarios are the functions below; each fails loudly where something is not as with the real service.
import assert from "node:assert/strict";
import { LogsQueryResultStatus } from "@azure/monitor-query-logs";
import { clientFor, credentialFor, readEndpoints } from "./client.mjs";

const [endpointsFile, scenario] = process.argv.slice(2);
const endpoints = readEndpoints(endpointsFile);
const everything = { duration: "P60D" };
// A failure is to be seen, not tried again.
const once = { retryOptions: { maxRetries: 0 } };

const ask = (query, options, client = clientFor(endpoints, once)) =>
  client.queryWorkspace(endpoints.workspaceId, query, everything, options);

// The body of a refusal; the client hands it over with its own exception.
async function refusal(promise) {
  try {
    await promise;
  } catch (error) {
    // The chain of causes; as the client reads it, or as it came where it does not know the keys.
    const chain = [];
    for (let link = error.details?.error ?? error.details; link; link = link.innererror ?? link.innerError) {
      chain.push(link);
    }
    return { status: Number(error.statusCode), headers: error.response?.headers, chain, error };
  }
  assert.fail("It was not refused.");
}

// Every answer of the service as it came.
function watch(client, seen) {
  client.pipeline.addPolicy(
    {
      name: "watch",
      async sendRequest(request, next) {
        const response = await next(request);
        seen(response);
        return response;
      },
    },
    { phase: "Sign" },
  );
}

const codes = (answer) => answer.chain.map((link) => link.code);

const scenarios = {
  async types() {
    const result = await ask(
      `datatable(b: bool, i: int, l: long, r: real, t: timespan, d: datetime, g: guid, s: string, y: dynamic) [
         true, 1, 9007199254740991, 0.1, 90s, datetime(2026-11-22T16:02:03.5Z),
         guid(74be27de-1e4e-49d9-b579-fe0b331d3642), "a \\"b\\"\\n\\u00e9",
         dynamic({"a":[1,null,"x"]}),
         false, -2147483648, -1, real(nan), -1d, datetime(0001-01-01), guid(00000000-0000-0000-0000-000000000000), "",
         dynamic([]),
         bool(null), int(null), long(null), real(null), timespan(null), datetime(1970-01-01), guid(null), "n",
         dynamic(null)]
       | extend big = 9223372036854775807, infinite = real(+inf)`,
    );
    assert.equal(result.status, LogsQueryResultStatus.Success);
    const [table] = result.tables;
    assert.deepEqual(
      table.columnDescriptors.map((column) => column.type),
      ["bool", "int", "long", "real", "timespan", "datetime", "guid", "string", "dynamic", "long", "real"],
    );
    const rows = table.rows.map((row) => row.slice(0, 9));
    assert.deepEqual(rows[0], [
      true, 1, 9007199254740991, 0.1, "00:01:30", new Date("2026-11-22T16:02:03.500Z"),
      "74be27de-1e4e-49d9-b579-fe0b331d3642", 'a "b"\n\u00e9', { a: [1, null, "x"] },
    ]);
    assert.deepEqual(rows[1], [
      false, -2147483648, -1, "NaN", "-1.00:00:00", new Date("0001-01-01T00:00:00Z"),
      "00000000-0000-0000-0000-000000000000", "", [],
    ]);
    assert.deepEqual(rows[2], [
      null, null, null, null, null, new Date(0), null, "n", null,
    ]);
    assert.equal(table.rows[0][10], "Infinity");
    assert.equal(table.rows[0][9], Number("9223372036854775807")); // JavaScript has no more digits
    const decimals = await ask("print decimal(0.1) + decimal(0.2), decimal(null)");
    assert.deepEqual(decimals.tables[0].columnDescriptors.map((column) => column.type), ["decimal", "decimal"]);
    assert.deepEqual(decimals.tables[0].rows[0].slice(), ["0.3", null]);
  },

  async noRows() {
    const result = await ask("Event | where 1 == 2 | project Computer");
    assert.equal(result.status, LogsQueryResultStatus.Success);
    assert.deepEqual(result.tables.map((table) => table.rows), [[]]);
  },

  async errors() {
    const syntax = await refusal(ask("Event | where ("));
    assert.equal(syntax.status, 400);
    assert.deepEqual(codes(syntax), ["BadArgumentError", "SyntaxError", "SYN0002"]);
    const unknown = await refusal(ask("Event | where Missing == 1"));
    assert.equal(unknown.status, 400);
    assert.deepEqual(codes(unknown), ["BadArgumentError", "SemanticError", "SEM0100"]);
    assert.match(unknown.chain.at(-1).message, /'Missing'/);
    const unsupported = await refusal(ask("Event | reduce by Computer"));
    assert.deepEqual(codes(unsupported), ["BadArgumentError", "SemanticError", "SEM0001"]);
    assert.match(unsupported.chain.at(-1).message, /reduce/);
    const failing = await refusal(ask("print 'a' matches regex '('"));
    assert.equal(failing.status, 400);
    const deep = await refusal(ask(`print ${"(".repeat(10000)}1${")".repeat(10000)}`));
    assert.equal(deep.status, 400);
    assert.equal(codes(deep).at(-1), "SEM0001");
    const long = await refusal(ask(`print '${"x".repeat(1100000)}'`));
    assert.equal(long.status, 400);
    const empty = await refusal(ask(" "));
    assert.equal(empty.status, 400);
  },

  async otherWorkspaces() {
    const client = clientFor(endpoints, once);
    const missing = await refusal(
      client.queryWorkspace("74be27de-1e4e-49d9-b579-fe0b331d3642", "print 1", everything));
    assert.equal(missing.status, 404);
    const wrong = await refusal(client.queryWorkspace("no-id", "print 1", everything));
    assert.equal(wrong.status, 400);
    const additional = await refusal(ask("print 1", { additionalWorkspaces: ["another"] }));
    assert.equal(additional.status, 400);
    const own = await ask("print 1", { additionalWorkspaces: [endpoints.workspaceId] });
    assert.equal(own.status, LogsQueryResultStatus.Success);
    // Not served here: batches, and queries of other resources.
    const batch = await refusal(client.queryBatch([
      { workspaceId: endpoints.workspaceId, query: "print 1", timespan: everything }]));
    assert.equal(batch.status, 404);
    const resource = await refusal(client.queryResource("/subscriptions/x", "print 1", everything));
    assert.equal(resource.status, 404);
  },

  async tokens() {
    const wrongSecret = credentialFor({ ...endpoints, clientSecret: "wrong" });
    await assert.rejects(ask("print 1", {}, clientFor(endpoints, once, wrongSecret)), /AADSTS7000215/);
    // Signed in, but for another service.
    const scope = `${endpoints.managementResource.replace(/\/?$/, "/")}.default`;
    const foreign = await refusal(ask("print 1", {}, clientFor(endpoints, { ...once, credentials: { scopes: [scope] } })));
    assert.ok([401, 403].includes(foreign.status), String(foreign.status));
  },

  async renderAndStatistics() {
    const query = "Event | summarize n = count() by Computer | render columnchart with (title='By computer')";
    const result = await ask(query, { includeQueryStatistics: true, includeVisualization: true });
    assert.equal(result.visualization.visualization, "columnchart");
    assert.equal(result.visualization.title, "By computer");
    assert.ok(result.statistics.query.executionTime >= 0);
    assert.equal(result.statistics.query.datasetStatistics[0].tableRowCount, result.tables[0].rows.length);
    const bare = await ask(query);
    assert.equal(bare.visualization, undefined);
    assert.equal(bare.statistics, undefined);
  },

  async serverTimeout() {
    const slow = "range x from 1 to 1000000000000 step 1 | count";
    const late = await refusal(ask(slow, { serverTimeoutInSeconds: 1 }));
    assert.equal(late.status, 504);
    assert.equal(codes(late)[0], "GatewayTimeout");
    assert.equal((await ask("print 1")).tables[0].rows[0][0], 1);
  },

  // The sandbox of this one has a limit of 5 rows.
  async partialRows() {
    let body = "";
    const client = clientFor(endpoints, once);
    watch(client, (response) => { body = response.bodyAsText; });
    const result = await ask("Event | take 50 | project Computer", { includeQueryStatistics: true }, client);
    assert.equal(result.status, LogsQueryResultStatus.PartialFailure);
    assert.equal(result.partialTables[0].rows.length, 5);
    assert.equal(result.partialError.code, "PartialError");
    assert.equal(result.partialError.details[0].code, "EngineError");
    // The client leaves out the innermost; it is in the answer.
    assert.equal(JSON.parse(body).error.details[0].innererror.code, "-2133196797");
    assert.ok(result.statistics);
    assert.equal((await ask("Event | take 5")).status, LogsQueryResultStatus.Success);
  },

  // And of this one 2000 bytes.
  async partialBytes() {
    const result = await ask("Event | take 500");
    assert.equal(result.status, LogsQueryResultStatus.PartialFailure);
    assert.equal(result.partialError.code, "PartialError");
    assert.ok(result.partialTables[0].rows.length >= 1 && result.partialTables[0].rows.length < 100);
  },

  // Two answers are 429, with a second to wait; the client's own policy heeds it.
  async throttled() {
    const statuses = [];
    const client = clientFor(endpoints, { retryOptions: { maxRetries: 3 } });
    watch(client, (response) =>
      statuses.push([response.status, response.headers.get("retry-after"), Date.now()]));
    const result = await ask("print 1", {}, client);
    assert.equal(result.status, LogsQueryResultStatus.Success);
    assert.deepEqual(statuses.map(([status]) => status), [429, 429, 200]);
    assert.deepEqual(statuses.map(([, wait]) => wait ?? null), ["1", "1", null]);
    assert.ok(statuses[1][2] - statuses[0][2] >= 1000 && statuses[2][2] - statuses[1][2] >= 1000);
  },

  // The sandbox of this one takes two requests in 30 seconds.
  async tooManyRequests() {
    const client = clientFor(endpoints, once);
    await ask("print 1", {}, client);
    await ask("print 1", {}, client);
    const refused = await refusal(ask("print 1", {}, client));
    assert.equal(refused.status, 429);
  },

  async unavailable() {
    assert.equal((await refusal(ask("print 1"))).status, 503);
  },

  async gatewayTimeout() {
    const late = await refusal(ask("print 1"));
    assert.equal(late.status, 504);
    assert.deepEqual(codes(late), ["GatewayTimeout", "GatewayTimeout"]);
  },
};

await scenarios[scenario]();
console.log(`${scenario}: as with the real service.`);
