// Microsoft's client for a sandbox whose line of JSON is in a file.
import { readFileSync } from "node:fs";
import { ClientSecretCredential } from "@azure/identity";
import { LogsQueryClient } from "@azure/monitor-query-logs";

export function readEndpoints(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

export function credentialFor(endpoints) {
  return new ClientSecretCredential(endpoints.tenant, endpoints.clientId, endpoints.clientSecret, {
    authorityHost: endpoints.authority,
    disableInstanceDiscovery: true,
  });
}

export function clientFor(endpoints, options = {}, credential = credentialFor(endpoints)) {
  return new LogsQueryClient(credential, { endpoint: endpoints.logs, credentials: { scopes: [endpoints.logsScope] }, ...options });
}
