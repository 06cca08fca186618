# The private PostgreSQL is killed under a site at work: what people and programs are told meanwhile, and whether it comes back by itself.
outside=https
start
member Contributor "$here/jar"
cluster=$(cluster_of "$data")

# Nobody else of this machine can have made the folder of the socket before: it does not stand in one that is everybody's.
folder=$(socket_of "$data")
owner=$(stat -c '%A %U' "$folder")
judge "the folder of the socket" "$owner, ${folder/#$root/.}" "drwx------, not in a folder of everybody's" \
    [ "${owner%% *}" = drwx------ -a ! -k "$(dirname "$folder")" ]

# back SECONDS: waits until somebody who is signed in is served again; $took milliseconds.
back() {
    local began
    began=$(now)
    answers "$1" || true
    until [[ $(status "$site/fichas" 5 /dev/null -b "$here/jar") == 200 ]]; do sleep 0.1; (($(now) - began < $1 * 1000)) || break; done
    took=$(($(now) - began))
}

bar=$(patience 20)
if [[ $rough == no ]]; then
    kill -KILL "$(query "SELECT pid FROM pg_stat_activity WHERE usename = 'acervo_app' LIMIT 1")"
    back 60
    judge "kill -9 of one of its processes" "works again after $took ms" "≤ $bar s, by itself" [ "$took" -le $((bar * 1000)) ]
fi
kill -KILL "$(server)"
sleep 0.2
back 60
judge "kill -9 of its first process" "works again after $took ms" "≤ $bar s, by itself" [ "$took" -le $((bar * 1000)) ]

# Kept away: the cluster cannot be started, and many come by.
chmod 000 "$cluster/global"
kill -KILL "$(server)"
sleep 1
: >"$here/serve.log"
turns=50
[[ $rough == no ]] || turns=5
rm -f "$here/heads" "$here/answers"
for ((turn = 1; turn <= turns; turn++)); do
    for path in "/practicas?pagina=$turn" "/api/v1/publications?page=$turn" /fichas /cuenta; do
        curl -s --max-time 20 -D - -o /dev/null -b "$here/jar" -w '%{stderr}%{http_code} %{time_total}\n' "$site$path" \
            >>"$here/heads" 2>>"$here/answers" || true
    done
done
# Five things of each answer that is not a page from memory.
missing=$(tr -d '\r' <"$here/heads" | tr A-Z a-z | awk '
    /^http\// { away = $2 != 200; due += 5 * away; found += $2 == 503 }
    away && /^(retry-after|content-security-policy|strict-transport-security|cache-control: no-store)/ { found++ }
    END { print due - found }')
longest=$(awk '{ ms = $2 * 1000; if (ms > longest) longest = ms } END { printf "%d", longest }' "$here/answers")
codes=$(cut -d ' ' -f 1 "$here/answers" | sort | uniq -c | awk '{ printf "%s%s×%s", (NR > 1 ? ", " : ""), $2, $1 }')
bar=$(patience 2)
judge "$((turns * 4)) pages and answers of the API meanwhile, signed in" "$codes, $missing headers missing, longest $longest ms" \
    "200 from memory, or 503 with Retry-After, CSP, HSTS, no-store; each ≤ $bar s" \
    [ "$missing" = 0 -a "$(wc -l <"$here/answers")" = $((turns * 4)) -a "$longest" -le $((bar * 1000)) ]
told=$(status "$site/salud/listo" 10 "$here/told")
judge "/salud/listo meanwhile" "$told $(tr -d '\n' <"$here/told")" "503 no" [ "$told" = 503 ]
bytes=$(stat -c %s "$here/serve.log")
judge "what they leave in the log" "$bytes bytes, $(grep -c '^ *   at ' "$here/serve.log" || true) lines of stack" "≤ 40 KB" [ "$bytes" -le 40000 ]

[[ $rough == no ]] || { chmod 700 "$cluster/global"; return 0; }
# A stop while it cannot be started, then all is well again.
began=$(now)
kill -TERM "$copy"
ended "$copy" 60 || true
took=$(($(now) - began))
bar=$(patience 20)
judge "SIGTERM while it cannot be started" "$took ms" "≤ $bar s" [ "$took" -le $((bar * 1000)) ]
chmod 700 "$cluster/global"
started=no
start && started=yes
judge "the next start" "$started" "serves" [ "$started" = yes ]
