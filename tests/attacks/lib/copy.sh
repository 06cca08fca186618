# What the attacks share: a copy of Acervo to attack, its database and its visitors. It is sourced by bin/attack; an attack finds its name in
# $name, its folder in $here, and in $rough whether the short run is meant.
copies=()

# row ATTACK BAR MEASURED yes|no: a line of the table.
row() { printf '| %s | %s | %s | %s |\n' "$1" "$2" "$3" "$4" >>"$rows"; }

# judge ATTACK BAR MEASURED CONDITION…: a line that holds when the condition does.
judge() {
    local what=$1 bar=$2 measured=$3
    shift 3
    if "$@"; then row "$what" "$bar" "$measured" yes; else row "$what" "$bar" "$measured" no; fi
}

# A port that is the attack's own: they run one after the other, and a copy that was killed may leave its port busy for a moment.
free_port() {
    local port
    for ((port = 18300; port < 18400; port++)); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }; done
    return 1
}

# begin [SETTING…]: starts a copy on the data folder of Database__DataFolder (by default the attack's own); its process is $copy, its address $site.
begin() {
    local port
    port=$(free_port)
    site=http://127.0.0.1:$port
    env "Database__DataFolder=${Database__DataFolder:-$here/data}" "Site__Url=$site" "$@" "$acervo" serve --urls "$site" >>"$here/serve.log" 2>&1 &
    copy=$!
    copies+=("$copy")
}

# answers [SECONDS] [PATH]: waits until the copy does.
answers() {
    local until=$((SECONDS + ${1:-60}))
    until curl -sfo /dev/null --max-time 5 "$site${2:-/salud/listo}"; do ((SECONDS < until)) || return 1; sleep 0.1; done
}

start() { begin "$@"; answers 90 || { tail -5 "$here/serve.log"; return 1; }; }

# ended PID SECONDS: waits for the end of a process; false when it goes on.
ended() { local turns; for ((turns = 0; turns < $2 * 20; turns++)); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.05; done; return 1; }

# stop [PID]: as an operator would, and by force when that is not heard.
stop() {
    kill "${1:-$copy}" 2>/dev/null || true
    ended "${1:-$copy}" 30 || kill -KILL "${1:-$copy}" 2>/dev/null || true
    wait "${1:-$copy}" 2>/dev/null || true
}

stop_all() { local one; for one in "${copies[@]}"; do stop "$one"; done; }

# order ARGUMENT…: the command line on the same data.
order() { Database__DataFolder=${Database__DataFolder:-$here/data} "$acervo" "$@"; }

# query SQL: as the owner of the private PostgreSQL.
query() { psql -h "$(socket_of "${Database__DataFolder:-$here/data}")" -U acervo -d "${2:-acervo}" -Atqc "$1"; }

status() { curl -s --max-time "${2:-30}" -o "${3:-/dev/null}" -w '%{http_code}' "${@:4}" "$1"; }

# member ROLE JAR: adds somebody to the copy's people and signs them in; curl -b JAR goes on as them.
member() {
    local mail="ataque-$RANDOM$RANDOM@example.gov.co" first='una clave para empezar' second='otra clave para seguir'
    order user add --email "$mail" --name "Persona de Ensayo" --role "$1" --password-stdin <<<"$first" >/dev/null
    send /entrar "$2" "Email=$mail" "Password=$first"
    send /cuenta/clave "$2" "Current=$first" "Password=$second"
}

# send PATH JAR FIELD=VALUE…: fills in the form of a page and sends it.
send() {
    local field fields=()
    for field in "${@:3}"; do fields+=(--data-urlencode "$field"); done
    curl -s -b "$2" -c "$2" -o /dev/null "$site$1" --data-urlencode "__RequestVerificationToken=$(token "$1" "$2")" "${fields[@]}"
}

# token PATH JAR: what the form of a page must be sent back with.
token() { curl -s -b "$2" -c "$2" "$site$1" | grep -oE 'name="__RequestVerificationToken"[^>]*value="[^"]+"' | head -1 | sed -E 's/.*value="([^"]+)"/\1/'; }

# forget_data FOLDER: stops the PostgreSQL of a data folder, whoever started it, and takes the folder away.
forget_data() {
    local cluster
    cluster=$(cluster_of "$1")
    if [[ -f $cluster/postmaster.pid ]]; then kill -QUIT "$(head -1 "$cluster/postmaster.pid")" 2>/dev/null || true; sleep 0.5; fi
    [[ $keep == no ]] || return 0
    # As root the cluster stands elsewhere.
    [[ $cluster != /var/lib/acervo/?*/postgres ]] || rm -rf "$(dirname "$cluster")"
    rm -rf "$1"
}
