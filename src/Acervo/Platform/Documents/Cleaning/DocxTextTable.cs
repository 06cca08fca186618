namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What text may be written with: the parts that hold it, paragraphs, runs and their looks, sections.</summary>
internal static class DocxTextTable
{
    public const string Text = """
        @block = p tbl
        @inline = r hyperlink fldSimple m:oMath m:oMathPara
        @atom = t tab br cr noBreakHyphen sym ptab @marks lastRenderedPageBreak drawing pict
        $tint = themeColor:t themeTint:x themeShade:x
        $border = val:tn sz:n space:n color:c themeColor:t themeTint:x themeShade:x shadow:b frame:b
        $edge = $border w:n type:t
        @note = pos numFmt numStart numRestart
        @marks = footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator
        @toggle1 = b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        @toggle2 = snapToGrid vanish webHidden specVanish
        @flow = keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
        @fit = autoSpaceDE autoSpaceDN bidi adjustRightInd contextualSpacing mirrorIndents suppressOverlap
        @section = type pgSz pgMar pgBorders lnNumType pgNumType cols vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid

        document | | background body
        background | color:c $tint |
        body | | @block sectPr
        hdr ftr txbxContent | | @block
        footnotes | | footnote
        endnotes | | endnote
        footnote endnote | id:n type:t | @block
        p | | pPr @inline
        r | | rPr @atom
        t | | #
        hyperlink | r:id:r | r
        fldSimple | instr:p | r
        cr noBreakHyphen footnoteRef endnoteRef separator continuationSeparator lastRenderedPageBreak | |
        br | type:t clear:t |
        sym | font:f char:x |
        ptab | alignment:t relativeTo:t leader:t |
        footnoteReference endnoteReference | id:n customMarkFollows:b |
        drawing | | wp:inline wp:anchor
        pict | | v:rect
        v:rect | style:S fillcolor:k filled:b stroked:b strokecolor:k strokeweight:n | v:textbox
        v:textbox | style:S inset:m | txbxContent

        rPr | | rStyle rFonts @toggle1 @toggle2 color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang oMath
        rStyle pStyle tblStyle basedOn | val:s |
        rFonts | ascii:f hAnsi:f eastAsia:f cs:f asciiTheme:t hAnsiTheme:t eastAsiaTheme:t cstheme:t hint:t |
        b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint snapToGrid vanish webHidden specVanish rtl cs oMath | val:b |
        color | val:c $tint |
        spacing | val:n before:n beforeLines:n beforeAutospacing:b after:n afterLines:n afterAutospacing:b line:n lineRule:t |
        w kern position sz szCs | val:n |
        highlight effect vertAlign em | val:t |
        u | val:t color:c $tint |
        bdr | $border |
        shd | val:t color:c fill:c $tint themeFill:t themeFillTint:x themeFillShade:x |
        fitText | val:n id:n |
        lang | val:l eastAsia:l bidi:l |

        pPr | | pStyle @flow framePr numPr pBdr shd tabs @fit snapToGrid spacing ind jc textDirection textAlignment textboxTightWrap outlineLvl \
            cnfStyle rPr sectPr
        keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct | val:b |
        autoSpaceDE autoSpaceDN bidi adjustRightInd contextualSpacing mirrorIndents suppressOverlap | val:b |
        framePr | dropCap:t lines:n w:n h:n vSpace:n hSpace:n wrap:t hAnchor:t vAnchor:t x:n xAlign:t y:n yAlign:t hRule:t anchorLock:b |
        numPr | | ilvl numId
        ilvl numId outlineLvl | val:n |
        pBdr | | top left bottom right between bar
        top left bottom right between bar | $edge |
        tabs | | tab
        tab | val:t leader:t pos:n |
        ind | left:n start:n right:n end:n hanging:n firstLine:n leftChars:n startChars:n rightChars:n endChars:n hangingChars:n firstLineChars:n |
        jc textDirection textAlignment textboxTightWrap | val:t |
        cnfStyle | val:x firstRow:b lastRow:b firstColumn:b lastColumn:b oddVBand:b evenVBand:b oddHBand:b evenHBand:b |

        sectPr | | headerReference footerReference footnotePr endnotePr @section
        headerReference footerReference | type:t r:id:r |
        footnotePr endnotePr | | @note
        pos numRestart type vAlign | val:t |
        numFmt | val:t |
        numStart | val:n |
        pgSz | w:n h:n orient:t code:n |
        pgMar | top:n right:n bottom:n left:n header:n footer:n gutter:n |
        pgBorders | zOrder:t display:t offsetFrom:t | top left bottom right
        lnNumType | countBy:n start:n distance:n restart:t |
        pgNumType | fmt:t start:n chapStyle:n chapSep:t |
        cols | num:n space:n equalWidth:b sep:b | col
        col | w:n space:n |
        noEndnote titlePg rtlGutter | val:b |
        docGrid | type:t linePitch:n charSpace:n |
        """;
}
