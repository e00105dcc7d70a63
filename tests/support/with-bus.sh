#!/bin/sh
# Run a command in a private D-Bus session where nobody answers and nothing is started on demand.
exec dbus-run-session --config-file="$(dirname "$0")/bare-session.conf" -- "$@"
