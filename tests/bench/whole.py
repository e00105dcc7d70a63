#!/usr/bin/env python3
"""One answer of 100 MB over loopback TLS: Sonde, Microsoft's JavaScript client and curl in turn, from the same server;
and its rows as CSV by Python. Prints a Markdown table of ratios.   whole.py BENCH_FOLDER JS_FOLDER

Sonde's time includes its sign-in; the others are given their token."""
import csv
import json
import os
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROUNDS = 5


def start_server(bench, folder):
    certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True)
    server = subprocess.Popen(
        [f"{bench}/sonde-sandbox", "--answer", f"{bench}/answer-100mb.json", "--rows", "1000", "--certificate", certificate,
         "--key", key], stdout=subprocess.PIPE, text=True)
    return server, server.stdout.readline(), certificate


def token_of(endpoints, certificate):
    form = {"grant_type": "client_credentials", "client_id": endpoints["clientId"],
            "client_secret": endpoints["clientSecret"], "scope": endpoints["logsScope"]}
    context = ssl.create_default_context(cafile=certificate)
    request = urllib.request.Request(f"{endpoints['authority']}/{endpoints['tenant']}/oauth2/v2.0/token",
                                     urllib.parse.urlencode(form).encode())
    with urllib.request.urlopen(request, context=context) as answer:
        return json.load(answer)["access_token"]


def run_sonde(bench, line, certificate):
    done = subprocess.run([f"{bench}/bench-load", certificate], input=line, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def run_curl(endpoints, token, certificate, folder):
    # Not as an argument, which other users of the machine can read.
    with open(f"{folder}/curl", "w", encoding="utf-8") as config:
        config.write(f'header = "Authorization: Bearer {token}"\n')
    url = f"{endpoints['logs']}/workspaces/{endpoints['workspaceId']}/query"
    done = subprocess.run(
        ["curl", "--silent", "--fail", "--config", f"{folder}/curl", "--cacert", certificate, "--compressed", "--header",
         "Content-Type: application/json", "--data", '{"query":"Event"}', "--output", "/dev/null", "--write-out",
         "%{time_total}", url], check=True, capture_output=True, text=True)
    return float(done.stdout) * 1000


def run_client(js, folder, endpoints_file, token, certificate):
    script = f"{js}/load.mjs"
    with open(f"{os.path.dirname(os.path.abspath(__file__))}/load.mjs", encoding="utf-8") as source:
        with open(script, "w", encoding="utf-8") as target:
            target.write(source.read())
    environment = dict(os.environ, NODE_EXTRA_CA_CERTS=certificate)
    done = subprocess.run(["node", script, endpoints_file, "1"], input=token, check=True, stdout=subprocess.PIPE, text=True,
                          env=environment, cwd=folder)
    return json.loads(done.stdout)


def csv_of_python(bench, folder):
    with open(f"{bench}/answer-100mb.json", encoding="utf-8") as file:
        rows = json.load(file)["tables"][0]["rows"]
    times = []
    for _ in range(3):
        started = time.perf_counter()
        with open(f"{folder}/rows.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def main(bench, js):
    with tempfile.TemporaryDirectory() as folder:
        server, line, certificate = start_server(bench, folder)
        try:
            endpoints = json.loads(line)
            endpoints_file = f"{folder}/endpoints.json"
            with open(endpoints_file, "w", encoding="utf-8") as file:
                file.write(line)
            token = token_of(endpoints, certificate)
            sonde, client, curl = [], [], []
            for _ in range(ROUNDS):
                curl.append(run_curl(endpoints, token, certificate, folder))
                sonde.append(run_sonde(bench, line, certificate))
                client.append(run_client(js, folder, endpoints_file, token, certificate))
        finally:
            server.terminate()
            server.wait(20)
        python_csv = csv_of_python(bench, folder)
    whole = statistics.median(run["milliseconds"] for run in sonde)
    best_client = min(run["milliseconds"] for run in client)
    answer = sonde[0]["answerBytes"]
    grown = max(run["peakKb"] - run["idleKb"] for run in sonde) * 1024
    print("| whole run, median of 5 | | beside | ratio |\n|---|---|---|---|")
    print(f"| request to all rows in the model | {whole:.0f} ms | the client's best of 5, {best_client:.0f} ms |"
          f" {best_client / whole:.1f} times faster |")
    print(f"| the same | | curl's download and inflate, {statistics.median(curl):.0f} ms |"
          f" {whole / statistics.median(curl):.2f} |")
    first = statistics.median(run["firstRows"] / run["milliseconds"] for run in sonde)
    print(f"| first rows in the model | {statistics.median(run['firstRows'] for run in sonde):.0f} ms | the whole |"
          f" {first:.2f} |")
    print(f"| peak of memory above idle | {grown / 1e6:.0f} MB | the answer's {answer / 1e6:.0f} MB | {grown / answer:.2f} |")
    peer = min(run["peakKb"] for run in client) * 1024
    print(f"| peak of memory in all | {max(run['peakKb'] for run in sonde) / 1000:.0f} MB | the client's"
          f" {peer / 1e6:.0f} MB | {max(run['peakKb'] for run in sonde) * 1024 / peer:.2f} |")
    print(f"\nPython's csv.writer, best of 3: {python_csv:.0f} ms.")
    return python_csv


if __name__ == "__main__":
    main(*map(os.path.abspath, sys.argv[1:3]))
