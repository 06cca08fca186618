# A restore over an installation in use is killed at several moments: afterwards the old data or the new stand whole, never half of either.
seeds=(300 200) moments=(0.5 1 2 4) swaps=(0 0.02 0.05 0.1 0.3)
export Jobs__Enabled=false

# A backup of the first practices, with somebody in; then more practices, one withdrawal, and everybody signed in still.
order seed bulk --practices "${seeds[0]}" --seed "$RANDOM" >/dev/null
start
member Reviewer "$here/jar"
query "INSERT INTO app.password_resets SELECT '\\x01', max(id), now() + interval '1 day' FROM app.people ON CONFLICT DO NOTHING"
withdrawn=$(query "SELECT max(id) FROM app.dossiers WHERE stage = 'Published'")
slug=$(query "SELECT slug FROM app.dossiers WHERE id = $withdrawn")
order backup "$here/old.zip" >/dev/null
query "INSERT INTO app.migrations (name, sha256) VALUES ('Platform.Data.Schema.999-tomorrow.sql', 'x')"
order backup "$here/newer.zip" >/dev/null
query "DELETE FROM app.migrations WHERE name LIKE '%.999-%'"
send "/fichas/$withdrawn/retirar" "$here/jar" 'reason=Motivo del ensayo de retiro' way=por-error
stop

# Its PostgreSQL goes on between commands, for somebody else works with it too: us.
exec 6<"$data/postgres.share"
flock -s 6

# state: what an installation holds once a command has found it, tidied up and verified its trail; and what a restore may leave beside.
state() {
    order audit verify >>"$here/restore.log" 2>&1 || echo -n "trail broken "
    query "SELECT (SELECT count(*) FROM app.dossiers) || '/' || (SELECT count(*) FROM site.publications) || '/' || (SELECT count(*) FROM app.audit)
        || (SELECT coalesce(string_agg(' ' || datname, ''), '') FROM pg_database WHERE datname LIKE 'acervo\\_%')
        || (SELECT ' ' || stage FROM app.dossiers WHERE id = $withdrawn)"
    [[ ! -e $data/restoring ]] || echo " leftovers"
}

# try SECONDS|swap: a restore that is killed then.
try() {
    local restore
    Database__DataFolder=$data "$acervo" restore --force "$here/old.zip" >>"$here/restore.log" 2>&1 5>&- 6<&- 7>&- &
    restore=$!
    # A comment on the database beside says that everything is ready for the swap.
    if [[ $1 == swap ]]; then
        until [[ $(psql -h "$(socket_of "$data")" -U acervo -d postgres -Atqc "$ready" 2>/dev/null) == 1 ]]; do kill -0 "$restore" 2>/dev/null || break; done
        shift
    fi
    sleep "$1"
    kill -KILL "$restore" 2>/dev/null || true
    wait "$restore" 2>/dev/null || true
    after=$(state)
    seen[$after]=$((${seen[$after]:-0} + 1))
}

order seed bulk --practices "${seeds[1]}" --seed "$RANDOM" >/dev/null
before=$(state)
code=0
order restore --force "$here/newer.zip" >>"$here/restore.log" 2>&1 || code=$?
changed=$([[ $(state) == "$before" ]] && echo nothing || echo something)
judge "a backup of a newer program" "code $code, $changed changed" "refused, nothing" [ "$code" = 1 -a "$changed" = nothing ]

ready="SELECT 1 FROM pg_shdescription WHERE description LIKE 'restore %'"
declare -A seen=()
for moment in "${moments[@]}"; do try "$moment"; done
for moment in "${swaps[@]}"; do try swap "$moment"; done
order restore --force "$here/old.zip" >>"$here/restore.log" 2>&1
new=$(state)
bad=0
for after in "${!seen[@]}"; do [[ $after == "$before" || $after == "$new" ]] || { bad=$((bad + ${seen[$after]})); echo "$after"; }; done
[[ $new == *" Withdrawn" && $new != *broken* ]] || bad=$((bad + 1))
found="old ${seen[$before]:-0}, new ${seen[$new]:-0}, neither or spoilt $bad"
judge "kill -9 of a restore after ${moments[*]} s and ${#swaps[@]} times at the swap" "$found" \
    "old or new, whole; trail verifies; nothing left beside" [ "$bad" = 0 -a "$before" != "$new" ]

exec 6<&-
start
page=$(status "$site/practicas/$slug") inside=$(status "$site/fichas" 30 /dev/null -b "$here/jar")
links=$(query "SELECT count(*) FROM app.password_resets")
judge "after the restore" "withdrawn page $page, session $inside, $links links" "410, sent to sign in, none" \
    [ "$page" = 410 -a "$inside" = 302 -a "$links" = 0 ]
