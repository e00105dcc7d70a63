#!/bin/sh
# Run a command in a private D-Bus session with a real, unlocked Secret Service.
exec dbus-run-session -- sh -c '
    printf test-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || {
        echo "gnome-keyring-daemon did not start" >&2; exit 1; }
    exec "$@"' with-keyring "$@"
