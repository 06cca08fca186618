# Documents that are made to hold a reader: each ends as read or refused, soon, and another person's document is read meanwhile.
source "$root/tests/attacks/lib/zip.sh"
start
member Contributor "$here/attacker"
member Contributor "$here/other"

# hand_in JAR FILE: sends a document; where it went is in $went.
hand_in() { went=$(curl -s -b "$1" -o "$here/page" -w '%{http_code} %{redirect_url}' -F "__RequestVerificationToken=$(token /fichas/nueva "$1")" -F "file=@$2" "$site/fichas/nueva"); }

# read_out JAR FILE: sends a document and waits for its end; $took milliseconds, $became read, refused or nothing.
read_out() {
    local began=$(date +%s%N) until=$((SECONDS + 100))
    hand_in "$1" "$2"
    while [[ $went == *leyendo* ]] && ((SECONDS < until)); do
        sleep 0.3
        went=$(curl -s -b "$1" -o "$here/page" -w '%{http_code} %{redirect_url}' "${went#* }" | sed "s#^200 \$#200 ${went#* }#")
        ! grep -q notice-refusal "$here/page" || went=refused
    done
    took=$((($(date +%s%N) - began) / 1000000))
    case $went in 302*fichas/[0-9]*) became=read ;; refused | 200*) became=refused ;; *) became=nothing ;; esac
}

# ends NAME FILE: the row of a document.
ends() { read_out "$here/attacker" "$2"; judge "$1" "read or refused with a reason ≤ 45 s" "$became after $took ms" [ "$took" -le 45000 -a "$became" != nothing ]; }

{ times '<w:p><w:ins w:id="1" w:author="a">' 1; times '<w:ins w:id="1" w:author="a">' 49999; echo '<w:r><w:t>texto</w:t></w:r>'; times '</w:ins>' 50000; echo '</w:p>'; } >"$here/body"
docx "$here/cambios.docx" "$here/body"
ends "Word of $(stat -c %s "$here/cambios.docx") bytes, 50,000 insertions in one another" "$here/cambios.docx"

{ times '<w:tbl><w:tr><w:tc>' 20000; echo '<w:p/>'; times '</w:tc></w:tr></w:tbl>' 20000; } >"$here/body"
docx "$here/tablas.docx" "$here/body"
ends "Word, 20,000 tables in one another" "$here/tablas.docx"

{ echo '<html><body>'; times '<div>' 90000; echo texto; times '</div>' 90000; } >"$here/anidado.html"
ends "HTML of 1 MB, 90,000 div in one another" "$here/anidado.html"

# The reader that waits is stopped in its tracks: whoever is given to it hears nothing of it again.
[[ $rough == yes ]] && return 0
echo "Receta de ajiaco" >"$here/uno.txt"
echo "Receta de tamal" >"$here/otro.txt"
sleep 3
waiting=$(pgrep -P "$copy" -f documento-leer | head -1)
kill -STOP "$waiting"
read_out "$here/attacker" "$here/uno.txt" & first=$!
sleep 1
read_out "$here/other" "$here/otro.txt"
judge "another person's document while a reader hangs" "≤ 10 s" "$became after $took ms" [ "$took" -le 10000 -a "$became" != nothing ]
wait "$first"
sleep 45
state=$(query "SELECT string_agg(DISTINCT state || ' ' || tries, ', ') FROM app.readings WHERE name = 'uno.txt'")
judge "a reader that hangs: its document" "taken once, refused" "$state" [ "$state" = "Refused 1" ]
