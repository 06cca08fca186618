# A restore over an installation in use is killed at several moments: afterwards the old data or the new stand whole, never half of either.
seeds=(300 200)
shares=(5 10 20 30 40 50 55 60 65 70 75 80 85 90 95 100)
[[ $rough == no ]] || { seeds=(30 20); shares=(40 70 85 95); }

# The backup has the first practices, the installation more by the time it is restored.
order seed bulk --practices "${seeds[0]}" >/dev/null
order backup "$here/old.zip" >/dev/null
order seed bulk --practices "${seeds[1]}" >/dev/null 2>&1 || true

state() {
    start || return 1
    query "SELECT (SELECT count(*) FROM site.publications) || ' ' || (SELECT count(*) FROM app.audit)
        || ' ' || (SELECT count(*) FROM pg_database WHERE datname LIKE 'acervo_%')"
    stop
}
before=$(state)

# How long one takes: a backup of what there is, restored over it.
order backup "$here/now.zip" >/dev/null
began=$(date +%s%N)
order restore --force "$here/now.zip" >>"$here/restore.log" 2>&1
whole=$(($(date +%s%N) - began))
declare -A seen=()
bad=0
for share in "${shares[@]}"; do
    Database__DataFolder=$here/data "$acervo" restore --force "$here/old.zip" >>"$here/restore.log" 2>&1 &
    restore=$!
    sleep "$(printf %d.%09d $((whole * share / 100 / 1000000000)) $((whole * share / 100 % 1000000000)))"
    kill -KILL "$restore" 2>/dev/null || true
    wait "$restore" 2>/dev/null || true
    after=$(state)
    seen[$after]=$((${seen[$after]:-0} + 1))
    order audit verify >>"$here/restore.log" 2>&1 || bad=$((bad + 1))
    [[ ! -e $here/data/restoring ]] || bad=$((bad + 1))
done
order restore --force "$here/old.zip" >>"$here/restore.log" 2>&1
new=$(state)
for after in "${!seen[@]}"; do [[ $after == "$before" || $after == "$new" ]] || bad=$((bad + ${seen[$after]})); done
judge "kill -9 of a restore at ${#shares[@]} moments of $((whole / 1000000)) ms" "the old or the new, whole; the trail verifies; nothing left over" \
    "old ${seen[$before]:-0}, new ${seen[$new]:-0}, other $bad" [ "$bad" = 0 -a "$before" != "$new" ]
