# What the attacks share: a copy of Acervo to attack, its database and its visitors. It is sourced by bin/attack; an attack finds its name in
# $name, its folders in $here and $data, and in $rough whether the short run is meant.
copies=()
# What attacks say is kept in a log of theirs; their lines go where bin/attack speaks. A PostgreSQL must not hold that open.
exec 7>&1

# row held|fell WHAT MEASURED BAR: a line of the table.
row() { printf '%s | %s: %s | %s | %s\n' "$1" "$name" "$2" "$3" "$4" | tee -a "$rows" >&7; }

# judge WHAT MEASURED BAR CONDITION…: a line that holds when the condition does.
judge() { if "${@:4}"; then row held "${@:1:3}"; else row fell "${@:1:3}"; fi; }

# patience SECONDS: the same, or far more in the short run, which shares its machine with tests and tells whether things end at all.
patience() { if [[ $rough == yes ]]; then echo $(($1 * 3)); else echo "$1"; fi; }

now() { echo $(($(date +%s%N) / 1000000)); }

# A port that is the attack's own: they run one after the other, and a copy that was killed may leave its port busy for a moment.
free_port() {
    local port
    for ((port = 18300; port < 18400; port++)); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }; done
    return 1
}

# begin [SETTING…]: starts a copy on $data; its process is $copy, its address $site. From outside it is reached by $outside.
begin() {
    local port
    port=$(free_port)
    site=http://127.0.0.1:$port
    env "Database__DataFolder=$data" "Site__Url=${outside:-http}://127.0.0.1:$port" "$@" "$acervo" serve --urls "$site" >>"$here/serve.log" 2>&1 5>&- 7>&- &
    copy=$!
    copies+=("$copy")
}

# answers [SECONDS] [PATH]: waits until the copy does.
answers() {
    local until=$((SECONDS + ${1:-60}))
    until curl -sfo /dev/null --max-time 5 "$site${2:-/salud/listo}"; do ((SECONDS < until)) || return 1; sleep 0.2; done
}

# start [SETTING…]: the same, until it answers, after $started milliseconds; one that is at work does already.
start() {
    started=$(now)
    if [[ -n ${copy:-} ]] && kill -0 "$copy" 2>/dev/null; then started=0; return; fi
    begin "$@"
    answers 90 || { tail -n 5 "$here/serve.log"; return 1; }
    started=$(($(now) - started))
}

# ended PID SECONDS: waits for the end of a process; false when it goes on.
ended() { local turns; for ((turns = 0; turns < $2 * 20; turns++)); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.05; done; return 1; }

# stop [PID]: as an operator would, and by force when that is not heard.
stop() {
    kill "${1:-$copy}" 2>/dev/null || true
    ended "${1:-$copy}" 30 || kill -KILL "${1:-$copy}" 2>/dev/null || true
    wait "${1:-$copy}" 2>/dev/null || true
}

# stop_all: what an attack started and nobody stopped.
stop_all() { local one; for one in "${copies[@]}"; do ! pgrep -f "^$acervo serve" | grep -qx "$one" || stop "$one"; done; }

# order ARGUMENT…: the command line on the same data. What an attack holds open as 6 is its own.
order() { Database__DataFolder=$data "$acervo" "$@" 5>&- 6<&- 7>&-; }

# query SQL: as the owner of the private PostgreSQL, while it runs.
query() { psql -h "$(socket_of "$data")" -U acervo -d acervo -Atqc "$1"; }

# server: the number of PostgreSQL's first process, or nothing. servers: all of its processes. gone SECONDS: waits until none is left.
server() { head -n 1 "$(cluster_of "$data")/postmaster.pid" 2>/dev/null || true; }
servers() {
    local one cluster
    cluster=$(cluster_of "$data")
    for one in $(pgrep -x postgres); do [[ $(readlink "/proc/$one/cwd") != "$cluster" ]] || echo "$one"; done
}
at_work() { [[ -n $(servers) ]]; }
gone() { local turns; for ((turns = 0; turns < $1 * 10; turns++)); do at_work || return 0; sleep 0.1; done; return 1; }

status() { curl -s --max-time "${2:-30}" -o "${3:-/dev/null}" -w '%{http_code}' "${@:4}" "$1" || true; }

# member ROLE JAR: adds somebody to the copy's people and signs them in; curl -b JAR goes on as them. The command that adds people takes seconds: they
# are written into the database, with the hash that it made of this password.
member() {
    local mail="ataque-$RANDOM$RANDOM@example.gov.co" word='una clave para el ensayo'
    local hash=AQAAAAIAAzRQAAAAEKiouhuJY35GVIWLjQClHI3P+pgBbse0/i9krK+MlArwxVLWSEMCmrC+1tO6AC7Rcg==
    query "WITH one AS (INSERT INTO app.people (email, normalized_email, name, password_hash, security_stamp, created_at)
            VALUES ('$mail', upper('$mail'), 'Persona de Ensayo', '$hash', gen_random_uuid()::text, now()) RETURNING id)
        INSERT INTO app.grants (person_id, role) SELECT id, '$1' FROM one"
    send /entrar "$2" "Email=$mail" "Password=$word"
    [[ $(status "$site/cuenta" 30 /dev/null -b "$2") == 200 ]] || { echo "Nobody signed in as $1."; return 1; }
}

# send PATH JAR FIELD=VALUE…: fills in the form of a page and sends it.
send() {
    local field fields=()
    for field in "${@:3}"; do fields+=(--data-urlencode "$field"); done
    curl -s -b "$2" -c "$2" -o /dev/null "$site$1" --data-urlencode "__RequestVerificationToken=$(token "$1" "$2")" "${fields[@]}"
}

# token PATH JAR: what the form of a page must be sent back with.
token() { curl -s -b "$2" -c "$2" "$site$1" | grep -oE 'name="__RequestVerificationToken"[^>]*value="[^"]+"' | head -n 1 | sed -E 's/.*value="([^"]+)"/\1/'; }

# forget_data FOLDER: ends the PostgreSQL of a data folder, whoever started it, and takes the folder away.
forget_data() {
    local data=$1 cluster
    cluster=$(cluster_of "$data")
    [[ -z $(servers) ]] || { kill -QUIT "$(server)" 2>/dev/null || true; gone 5 || servers | xargs -r kill -KILL || true; }
    [[ $keep == no ]] || return 0
    # As root the cluster stands elsewhere.
    [[ $cluster != /var/lib/acervo/?*/postgres ]] || rm -rf "$(dirname "$cluster")"
    rm -rf "$data"
}
