# Looks at a copy while something is done to it: how much memory it took at most, and how long a public page took beside it. It is sourced.

# watch PAGE: begins to ask for the page, again and again.
watch() {
    times_of=$here/page.times
    : >"$times_of"
    echo 5 >"/proc/$copy/clear_refs" 2>/dev/null || true
    while :; do curl -so /dev/null --max-time 30 -w '%{time_total}\n' "$site$1" >>"$times_of" || echo 30 >>"$times_of"; sleep 0.02; done &
    watcher=$!
}

# watched: ends it; $peak is in megabytes, $p99 in milliseconds, $asked the number of pages.
watched() {
    kill "$watcher" 2>/dev/null || true
    wait "$watcher" 2>/dev/null || true
    asked=$(wc -l <"$times_of")
    p99=$(sort -n "$times_of" | awk '{all[NR] = $1} END {at = int(NR * 0.99 + 0.5); if (at < 1) at = 1; printf "%d", all[at] * 1000}')
    peak=$(awk '/VmHWM/ {printf "%d", $2 / 1024}' "/proc/$copy/status")
}

# judge_watched ATTACK: the row of both. The short run shares its machine with tests: a page may take longer there.
judge_watched() {
    local patience=1
    [[ $rough == no ]] || patience=5
    judge "$1" "≤ 600 MB, a public page beside it p99 < $patience s" "$peak MB, p99 $p99 ms of $asked pages; $2" [ "$peak" -le 600 -a "$p99" -lt $((patience * 1000)) ]
}

# answered FILE: how often each status came.
answered() { sort "$1" | uniq -c | awk '{printf "%s%s×%s", (NR > 1 ? ", " : ""), $2, $1}'; }
