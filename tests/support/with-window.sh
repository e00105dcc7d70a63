#!/bin/sh
# Run a command with a real X display.
exec xvfb-run -a -s "-screen 0 1600x1000x24 -nolisten tcp" "$@"
