# The private PostgreSQL is killed under a site at work: what people and programs are told meanwhile, and whether it comes back by itself.
start
member Contributor "$here/jar"
cluster=$(cluster_of "$here/data")

# Held down: the program that starts it is not there for a while.
kill -STOP "$copy"
kill -KILL "$(head -1 "$cluster/postmaster.pid")"
: >"$here/serve.log"
kill -CONT "$copy"
signed=$(curl -s -o "$here/signed.html" -D "$here/signed.head" --max-time 30 -b "$here/jar" -w '%{http_code}' "$site/fichas")
began=$SECONDS
back=no
for _ in $(seq 300); do curl -sfo /dev/null --max-time 5 -b "$here/jar" "$site/fichas" && { back=yes; break; }; sleep 0.1; done
judge "kill -9 of the private PostgreSQL" "the site works again ≤ 20 s, by itself" "$back, $((SECONDS - began)) s" [ "$back" = yes -a $((SECONDS - began)) -le 20 ]
judge "a page of somebody signed in meanwhile" "503, Retry-After, no 500" "$signed, Retry-After $(sed -nE 's/^[Rr]etry-[Aa]fter: ([0-9]+).*/\1/p' "$here/signed.head")" \
    [ "$signed" = 503 -o "$signed" = 200 ]

# Kept away for good: the cluster cannot be started, and a hundred people come by.
chmod 000 "$cluster/global"
kill -KILL "$(head -1 "$cluster/postmaster.pid")"; sleep 2
: >"$here/serve.log"
codes=$(for turn in $(seq 50); do status "$site/practicas?orden=recientes&pagina=$turn" 10; echo; status "$site/api/v1/publications?page=$turn" 10; echo; status "$site/fichas" 10 /dev/null -b "$here/jar"; echo; done | sort | uniq -c | tr -s ' \n' ' ')
judge "150 requests without a database: pages, API, signed in" "503, or what is in memory" "$codes" [ -z "$(grep -oE ' (000|4[0-9]{2}|500|502)' <<<"$codes")" ]
chmod 700 "$cluster/global"
bytes=$(stat -c %s "$here/serve.log")
judge "what they leave in the log" "≤ 20 KB, no stack" "$bytes bytes, $(grep -c '   at ' "$here/serve.log" || true) lines of stack" \
    [ "$bytes" -le 20000 ]
