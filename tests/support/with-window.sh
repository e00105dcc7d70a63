#!/bin/sh
# Run a command with a real X display. The search for a free number begins at one of this run's own: a server that ends
# takes the socket of its number away after it has let go of the lock, also when the next one has it by then.
exec xvfb-run -a -n $((100 + $$ % 400)) -s "-screen 0 1600x1000x24 -nolisten tcp" "$@"
