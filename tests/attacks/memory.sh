# Long forms by nobody and many files by one contributor, while others read a public page and work.
source "$root/tests/attacks/lib/watch.sh"
start
if [[ $rough == yes ]]; then posts=16 uploads=0 rounds=1; else posts=40 uploads=200 rounds=3; fi
member Contributor "$here/attacker"
member Contributor "$here/other"

# post COUNT ARGUMENT…: the same request that often at once; the statuses that came are in $here/statuses.
post() {
    local count=$1 number sent=()
    shift
    for ((number = 0; number < count; number++)); do
        # Whoever attacks has machines of their own: here they give way to the server.
        nice -n 19 curl -s -o /dev/null --max-time 120 -w '%{http_code}\n' "${@//NUMBER/$number}" >>"$here/statuses" &
        sent+=("$!")
    done
    wait "${sent[@]}" || true
}

# by_nobody WHAT ARGUMENT…: against the page where people sign in.
by_nobody() {
    local round
    : >"$here/statuses"
    watch /practicas "$here/other"
    for ((round = 0; round < rounds; round++)); do post "$posts" -H 'Expect:' "${@:2}" "$site/entrar"; done
    watched "$posts $1, at once" "$(answered "$here/statuses")"
}

for ((number = 0; number < 20; number++)); do curl -so /dev/null "$site/practicas"; done
{ printf 'Email='; head -c $((48 * 1024 * 1024)) /dev/zero | tr '\0' a; } >"$here/form"
[[ $rough == yes ]] || by_nobody "forms of 48 MB by nobody" -X POST -T "$here/form" -H 'Content-Type: application/x-www-form-urlencoded'
by_nobody "forms of 48 MB that do not say so" -X POST -T "$here/form" -H 'Content-Type: application/x-www-form-urlencoded' -H 'Transfer-Encoding: chunked'
rm "$here/form"

# Not in the short run: watching takes seconds.
if [[ $rough == no ]]; then
    for ((number = 0; number < 200; number++)); do printf -- '--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n\r\n'; done >"$here/parts"
    by_nobody "forms of 200 empty files by nobody" -X POST -T "$here/parts" -H 'Content-Type: multipart/form-data; boundary=x'
fi

# A visitor whose line breaks in the middle of a form leaves one short line of log, or none.
: >"$here/serve.log"
for ((number = 0; number < 10; number++)); do
    (exec 3<>"/dev/tcp/127.0.0.1/${site##*:}"
        printf 'POST /entrar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nEmail=' >&3)
done
sleep 1
lines=$(wc -l <"$here/serve.log") bytes=$(stat -c %s "$here/serve.log")
judge "10 forms that break off" "$lines lines, $bytes bytes of log" "≤ 10 lines, ≤ 4,000 bytes" [ "$lines" -le 10 -a "$bytes" -le 4000 ]

# Ten megabytes are work for a reader, and not for the short run.
[[ $rough == no ]] || return 0
# Words, so that a reader has work with them too; each file differs in its first line.
yes 'La entidad revisó las solicitudes de la vigencia y acordó con los equipos un plan de mejora.' | head -c $((10 * 1024 * 1024)) >"$here/text" || true
mkdir -p "$here/files"
for ((number = 0; number < uploads; number++)); do { echo "Ensayo $number"; cat "$here/text"; } >"$here/files/$number.txt"; done
hidden=$(token /fichas/nueva "$here/attacker")
: >"$here/statuses"
watch /practicas "$here/other"
post "$uploads" -b "$here/attacker" -F "__RequestVerificationToken=$hidden" -F "file=@$here/files/NUMBER.txt" "$site/fichas/nueva" &
attack=$!
sleep 1
echo 'Receta de ajiaco con guascas' >"$here/small.txt"
theirs=$(token /fichas/nueva "$here/other")
came=$(status "$site/fichas/nueva" 60 /dev/null -b "$here/other" -F "__RequestVerificationToken=$theirs" -F "file=@$here/small.txt")
wait "$attack"
watched "$uploads files of 10 MB by one contributor, at once" "$(answered "$here/statuses")"
rm -r "$here/files" "$here/text"
judge "another contributor's file meanwhile" "$came" "taken" [ "$came" = 302 -o "$came" = 200 ]
sleep 1
left=$(find "$data/subidas" -type f | wc -l)
judge "what they leave in the folder of uploads" "$left files" "none" [ "$left" = 0 ]
