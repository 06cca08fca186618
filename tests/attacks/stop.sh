# The site is told to stop, again and again: under load, and with its private PostgreSQL killed before, while and after it is started anew.
times=10 people=6
[[ $rough == no ]] || times=1 people=2
bar=$(patience 20)

# load: people who do not stop asking.
load() {
    local one
    load=()
    for ((one = 0; one < people; one++)); do
        while :; do
            curl -s --max-time 5 -o /dev/null "$site/practicas?pagina=$RANDOM" -o /dev/null "$site/buscar?q=plan$RANDOM" \
                -o /dev/null "$site/entrar" || sleep 0.1
        done &
        load+=("$!")
    done
}

# stops WHAT: the times told, with $hurt done before each.
stops() {
    local turn began took worst=0 left=0 locked=0
    for ((turn = 0; turn < times; turn++)); do
        start
        load
        sleep 0.5
        "$hurt"
        began=$(now)
        kill -TERM "$copy"
        ended "$copy" 60 || true
        took=$(($(now) - began))
        kill "${load[@]}" 2>/dev/null || true
        wait "${load[@]}" 2>/dev/null || true
        ((took <= worst)) || worst=$took
        flock -n "$data/acervo.lock" true || locked=$((locked + 1))
        ! at_work || left=$((left + 1))
    done
    judge "SIGTERM $1, $times times" "longest $worst ms; $locked locks held, $left PostgreSQL left" "≤ $bar s, none, none" \
        [ "$worst" -le $((bar * 1000)) -a "$left$locked" = 00 ]
}

hurt=true
[[ $rough == yes ]] || stops "under load"
kill_server() { ! at_work || kill -KILL "$(server)"; sleep "0.$((turn * 3 % 10))"; }
hurt=kill_server
stops "under load, its PostgreSQL killed before"
