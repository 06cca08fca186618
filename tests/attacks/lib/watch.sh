# Looks at a copy while something is done to it: its memory and that of its children at most, how long a public page took beside it, and what
# somebody else who is signed in was answered. It is sourced.

# watch PAGE JAR: begins to look.
watch() {
    pages=$here/pages others=$here/others children=$here/children
    : >"$pages"
    : >"$others"
    : >"$children"
    # The highest so far is forgotten; the kernel lets only the owner do so.
    echo 5 >"/proc/$copy/clear_refs"
    # One visitor who turns pages, thirty a second: a program that starts anew for each would measure the start of programs.
    curl -s -o /dev/null --max-time 30 --rate 1800/m -w '%{stderr}%{time_total} %{http_code}\n' "$site$1#[1-99999]" 2>"$pages" &
    watchers=("$!")
    while :; do status "$site/fichas" 30 /dev/null -b "$2" >>"$others"; echo >>"$others"; sleep 0.2; done &
    watchers+=("$!")
    while :; do family_of "$copy" >>"$children"; sleep 0.3; done &
    watchers+=("$!")
}

# family_of PID: megabytes of everything it started, down to the last.
family_of() {
    ps -eo pid=,ppid=,rss= | awk -v top="$1" '{parent[$1] = $2; rss[$1] = $3}
        END {for (one in parent) {for (up = parent[one]; up > 1 && up != top; up = parent[up]); if (up == top) sum += rss[one]} printf "%d\n", sum / 1024}'
}

# watched WHAT ANSWERED: ends it and judges. Pages are measured in the whole run alone; the short one shares its machine with tests.
watched() {
    local peak asked p99 least=1000 failed family
    kill "${watchers[@]}" 2>/dev/null || true
    wait "${watchers[@]}" 2>/dev/null || true
    [[ $rough == no ]] || least=15000
    # The line that was being written when it ended.
    sed -i '$d' "$pages"
    asked=$(wc -l <"$pages")
    p99=$(sort -n "$pages" | awk '{all[NR] = $1} END {at = int(NR * 0.99 + 0.5); if (at < 1) at = 1; printf "%d", all[at] * 1000}')
    failed=$(cut -d ' ' -f 2 "$pages" | cat - "$others" | grep -cvE '^(200|)$' || true)
    peak=$(awk '/VmHWM/ {printf "%d", $2 / 1024}' "/proc/$copy/status")
    family=$(sort -n "$children" | tail -n 1)
    judge "memory under $1" "server $peak MB, its children ${family:-0} MB; answered $2" "each ≤ 600 MB" [ "$peak" -le 600 -a "${family:-0}" -le 600 ]
    asked="$asked; $failed of $((asked + $(grep -c . "$others"))) answers not 200"
    judge "others beside $1" "public page p99 $p99 ms of $asked" "p99 < $((least / 1000)) s, none" \
        [ "$p99" -lt "$least" -a "$failed" = 0 ]
}

# answered FILE: how often each status came.
answered() { sort "$1" | uniq -c | awk '{printf "%s%s×%s", (NR > 1 ? ", " : ""), $2, $1}'; }
