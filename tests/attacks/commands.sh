# A command on an installation at rest leaves no PostgreSQL at work: after its end, a refusal, a stop, a kill, and beside another command.
left=
if [[ $rough == no ]]; then
    order migrate >/dev/null
    ! at_work || left+="end "
    order restore "$here/none.zip" 2>/dev/null || true
    order user add --email nadie --name X --role Nadie 2>/dev/null </dev/null || true
    ! at_work || left+="refusal "
    order backup "$here/copy.zip" >/dev/null
    ! at_work || left+="backup "
fi

# ended_by SIGNAL MOMENT ARGUMENT…: what it leaves goes to $left.
ended_by() {
    Database__DataFolder=$data "$acervo" "${@:3}" >/dev/null 2>&1 5>&- 7>&- &
    local one=$!
    sleep "$2"
    kill "-$1" "$one" 2>/dev/null || true
    ended "$one" 25 || left+="hangs:$3-$1-$2 "
    wait "$one" 2>/dev/null || true
    # Whoever is killed cannot do it itself; then it takes seconds.
    if [[ $1 == TERM ]]; then ! at_work || left+="$3-$1-$2 "; else gone 45 || left+="$3-$1-$2 "; fi
}
moments=(0.4 0.9 1.6)
[[ $rough == no ]] || moments=(1)
for moment in "${moments[@]}"; do
    ended_by TERM "$moment" seed bulk --practices 3000
    [[ $rough == no ]] || continue
    ended_by TERM "$moment" restore --force "$here/copy.zip"
    ended_by KILL "$moment" audit verify
    ended_by TERM "$moment" audit verify
    ended_by TERM "$moment" backup "$here/other.zip"
    ended_by KILL "$moment" restore --force "$here/copy.zip"
done
what="a command that is stopped"
if [[ $rough == no ]]; then
    what="ended, refused, stopped, killed, two at once"
    order migrate >/dev/null & one=$!
    order migrate >/dev/null & two=$!
    wait "$one" && wait "$two" || left+="refused "
    ! at_work || left+="two "
fi
judge "$what" "${left:-none left}" "no PostgreSQL stays" [ -z "$left" ]

code=0
said=$(Site__Accent=amarillo order serve --urls "http://127.0.0.1:$(free_port)" 2>&1) || code=$?
judge "a wrong accent colour at the start" "$(wc -l <<<"$said") lines, code $code" "1 line, code 1" [ "$(wc -l <<<"$said")" = 1 -a "$code" = 1 ]

# What is served is built from the packages that the lock file pins, to the letter.
strange=$(comm -13 <(grep -oE '"contentHash": "[^"]+"' "$root/src/Acervo/packages.lock.json" | cut -d '"' -f 4 | sort -u) \
    <(grep -oE '"sha512": "sha512-[^"]+"' "$(dirname "$acervo")/Acervo.deps.json" | sed -E 's/.*sha512-([^"]+)"/\1/' | sort -u) | wc -l)
judge "packages of the program that the lock file does not pin" "$strange" "0" [ "$strange" = 0 ]
