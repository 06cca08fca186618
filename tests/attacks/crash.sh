# The program is killed outright in the middle of acts: what it had acknowledged is there, the trail is whole, and its PostgreSQL does not stay.
outside=https
practices=240
[[ $rough == no ]] || practices=24
order seed bulk --practices "$practices" --seed "$RANDOM" >/dev/null
start
usual=$started
member Reviewer "$here/jar"
hidden=$(token /cuenta/clave "$here/jar")
read -ra ids <<<"$(query "SELECT string_agg(id::text, ' ' ORDER BY id DESC) FROM app.dossiers WHERE stage = 'Published'")"

# withdraw FIRST: every fourth; what was acknowledged is written down.
withdraw() {
    local at answer
    for ((at = $1; at < ${#ids[@]}; at += 4)); do
        answer=$(curl -s --max-time 10 -b "$here/jar" -o /dev/null -w '%{http_code} %{redirect_url}\n' -d 'way=por-error&reason=Motivo+del+ensayo+de+retiro' \
            --data-urlencode "__RequestVerificationToken=$hidden" "$site/fichas/${ids[at]}/retirar" || true)
        # Whoever finds nobody there goes home: else those who insist are measured with the start that follows.
        [[ $answer != 000* ]] || return 0
        echo "${answer%% *}" >>"$here/statuses"
        [[ $answer != "302 "*"/fichas/${ids[at]}" ]] || echo "${ids[at]}" >>"$here/acknowledged.$1"
    done
}

rm -f "$here"/acknowledged.* "$here/statuses"
for first in 0 1 2 3; do withdraw "$first" & done
for ((turn = 0; turn < 2000; turn++)); do [[ $(cat "$here"/acknowledged.* 2>/dev/null | wc -l) -lt $((practices / 4)) ]] || break; sleep 0.05; done
before=$(server)
kill -KILL "$copy"
began=$(now)
wait "$copy" 2>/dev/null || true
start
took=$(($(now) - began))
bar=$(patience 20)
how=$([[ $(server) == "$before" ]] && echo "taken over" || echo "started anew")
judge "started again after kill -9" "answers after $took ms ($usual ms the first time), PostgreSQL $how" "≤ $bar s" [ "$took" -le $((bar * 1000)) ]
failed=$(grep -c '^5' "$here/statuses" || true)
judge "4 people withdraw at the same time" "$failed of $(wc -l <"$here/statuses") answers are 5xx" "none" [ "$failed" = 0 ]
acknowledged=$(cat "$here"/acknowledged.* | sort -n | paste -sd ,)
count=$(tr ',' '\n' <<<"$acknowledged" | grep -c .)
kept=$(query "SELECT count(*) FROM app.dossiers WHERE id IN ($acknowledged) AND stage = 'Withdrawn'")
page=$(status "$site/practicas/$(query "SELECT slug FROM app.dossiers WHERE id = ${acknowledged%%,*}")")
trail=$(order audit verify >"$here/verify.log" 2>&1 && echo whole || tail -n 1 "$here/verify.log")
judge "kill -9 in the middle of $practices withdrawals" "$kept of $count acknowledged are there, page $page, trail $trail" "all, 410, whole" \
    [ "$kept" = "$count" -a "$count" -gt 0 -a "$page" = 410 -a "$trail" = whole ]

# The guard waits for a start that follows soon: too long for the short run.
[[ $rough == no ]] || return 0
kill -KILL "$copy"
began=$(now)
gone 60 || true
took=$(($(now) - began))
bar=$(patience 20)
judge "its PostgreSQL, when nobody starts it again" "at work for $took ms" "≤ $bar s" [ "$took" -le $((bar * 1000)) ]
