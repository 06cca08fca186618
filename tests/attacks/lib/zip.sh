# Writes a package of compressed parts without a program for it: gzip compresses each and knows its sum. It is sourced.

le() { local value=$1 bytes=$2 text=; for (( ; bytes > 0; bytes--, value >>= 8)); do printf -v text '%s\\x%02x' "$text" $((value & 255)); done; printf '%b' "$text"; }

# zip_parts PACKAGE NAME FILE…: the parts of a package, in order.
zip_parts() {
    local package=$1 count=0 offset packed sum size length directory=$1.directory
    shift
    : >"$package"
    : >"$directory"
    while (($# > 0)); do
        gzip -nc "$2" >"$package.gz"
        packed=$(($(stat -c %s "$package.gz") - 18)) size=$(stat -c %s "$2") offset=$(stat -c %s "$package") length=${#1}
        sum=$(tail -c 8 "$package.gz" | head -c 4 | od -An -tu4 | tr -d ' ')
        { printf 'PK\x03\x04'; le 20 2; le 0 2; le 8 2; le 0 4; le "$sum" 4; le "$packed" 4; le "$size" 4; le "$length" 2; le 0 2; printf %s "$1"; tail -c +11 "$package.gz" | head -c "$packed"; } >>"$package"
        { printf 'PK\x01\x02'; le 20 2; le 20 2; le 0 2; le 8 2; le 0 4; le "$sum" 4; le "$packed" 4; le "$size" 4; le "$length" 2; le 0 4; le 0 4; le 0 4; le "$offset" 4; printf %s "$1"; } >>"$directory"
        count=$((count + 1))
        shift 2
    done
    offset=$(stat -c %s "$package") size=$(stat -c %s "$directory")
    { cat "$directory"; printf 'PK\x05\x06'; le 0 4; le "$count" 2; le "$count" 2; le "$size" 4; le "$offset" 4; le 0 2; } >>"$package"
    rm -f "$package.gz" "$directory"
}

# docx PACKAGE BODY: a Word document with this body.
docx() {
    local parts=$1.parts
    mkdir -p "$parts"
    echo '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' >"$parts/types"
    echo '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' >"$parts/rels"
    { echo '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'; cat "$2"; echo '</w:body></w:document>'; } >"$parts/document"
    zip_parts "$1" '[Content_Types].xml' "$parts/types" _rels/.rels "$parts/rels" word/document.xml "$parts/document"
    rm -r "$parts"
}

# times TEXT COUNT: the text, that many times.
times() { yes "$1" | head -n "$2" | tr -d '\n' || true; }
