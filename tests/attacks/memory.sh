# Long forms by nobody and many files by one contributor, while somebody else reads a public page.
source "$root/tests/attacks/lib/zip.sh"
source "$root/tests/attacks/lib/watch.sh"
start
if [[ $rough == yes ]]; then posts=40 uploads=40; else posts=40 uploads=200; fi

# post COUNT ARGUMENT…: the same request that often at once; the statuses that came are in $here/statuses.
post() {
    local count=$1 number sent=()
    shift
    : >"$here/statuses"
    for ((number = 0; number < count; number++)); do
        curl -s -o /dev/null --max-time 120 -w '%{http_code}\n' "${@//NUMBER/$((number % 20))}" >>"$here/statuses" &
        sent+=("$!")
    done
    wait "${sent[@]}" || true
}

for ((number = 0; number < 20; number++)); do curl -so /dev/null "$site/practicas"; done
for ((number = 0; number < 48; number++)); do printf 'campo%s=' "$number"; head -c $((1024 * 1024 - 16)) /dev/zero | tr '\0' a; printf '&'; done >"$here/form"
watch /practicas
post "$posts" -X POST -T "$here/form" -H 'Content-Type: application/x-www-form-urlencoded' -H 'Expect:' "$site/entrar"
watched
judge_watched "$posts forms of 48 MB by nobody, at once" "$(answered "$here/statuses")"

watch /practicas
post "$posts" -X POST -T "$here/form" -H 'Content-Type: application/x-www-form-urlencoded' -H 'Transfer-Encoding: chunked' -H 'Expect:' "$site/entrar"
watched
judge_watched "the same, without saying how long they are" "$(answered "$here/statuses")"
rm "$here/form"

for ((number = 0; number < 200; number++)); do printf -- '--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n\r\n'; done >"$here/parts"
watch /practicas
post "$posts" -X POST -T "$here/parts" -H 'Content-Type: multipart/form-data; boundary=x' -H 'Expect:' "$site/entrar"
watched
judge_watched "$posts forms of 200 empty files by nobody" "$(answered "$here/statuses")"

member Contributor "$here/jar"
head -c $((10 * 1024 * 1024)) /dev/urandom | base64 -w 100 | head -c $((10 * 1024 * 1024)) >"$here/text" || true
for ((number = 0; number < 20; number++)); do { echo "Ensayo $number"; cat "$here/text"; } >"$here/file.$number"; done
hidden=$(token /fichas/nueva "$here/jar")
watch /practicas
post "$uploads" -b "$here/jar" -F "__RequestVerificationToken=$hidden" -F "file=@$here/file.NUMBER;filename=ensayoNUMBER.txt" "$site/fichas/nueva"
watched
judge_watched "$uploads files of 10 MB by one contributor, at once" "$(answered "$here/statuses")"
judge "what they left in the folder of uploads" "nothing" "$(find "$here/data/subidas" -type f | wc -l) files" [ -z "$(find "$here/data/subidas" -type f)" ]
