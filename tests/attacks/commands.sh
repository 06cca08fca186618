# A command on an installation at rest leaves no PostgreSQL at work: after its end, after a refusal, after Ctrl-C, and beside another command.
at_work() { [[ -f $cluster/postmaster.pid ]] && kill -0 "$(head -1 "$cluster/postmaster.pid")" 2>/dev/null && echo "$1"; }
order migrate >/dev/null
cluster=$(cluster_of "$here/data")
left=$(at_work end || true)
order restore "$here/none.zip" 2>/dev/null || true
order user add --email nadie --name X --role Nadie 2>/dev/null </dev/null || true
left+=$(at_work refusal || true)
for after in 0.4 0.9 1.6; do
    # Without job control a command behind is deaf to Ctrl-C; SIGTERM takes the same road.
    Database__DataFolder=$here/data "$acervo" seed bulk --practices 3000 >/dev/null 2>&1 &
    one=$!
    sleep "$after"; kill -TERM "$one"; ended "$one" 25 || left+=" hangs"
    left+=$(at_work " stopped-$after" || true)
done
order migrate >/dev/null & one=$!
order migrate >/dev/null & two=$!
wait "$one" "$two" || left+=" refused"
left+=$(at_work " two" || true)
judge "commands: ended, refused, stopped, two at once" "no PostgreSQL stays" "${left:-none left}" [ -z "$left" ]

code=0
said=$(Site__Accent=amarillo order serve --urls "http://127.0.0.1:$(free_port)" 2>&1) || code=$?
judge "a wrong accent colour at the start" "one line, exit code 1" "$(wc -l <<<"$said") lines, code $code" [ "$(wc -l <<<"$said")" = 1 -a "$code" = 1 ]
