namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What styles, lists and settings may be written with.</summary>
internal static class DocxStyleTable
{
    public const string Text = """
        $border = val:tn sz:n space:n color:c themeColor:t themeTint:x themeShade:x shadow:b frame:b
        @page = mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop
        @hyphen = autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
        @looks = pPr rPr tblPr trPr tcPr

        styles | | docDefaults style
        docDefaults | | rPrDefault pPrDefault
        rPrDefault | | rPr
        pPrDefault | | pPr
        style | type:t default:b styleId:s customStyle:b | name basedOn uiPriority qFormat @looks tblStylePr
        name | val:N |
        uiPriority | val:n |
        qFormat | val:b |
        tblStylePr | type:t | @looks

        numbering | | abstractNum num
        abstractNum | abstractNumId:n | multiLevelType lvl
        multiLevelType suff lvlJc | val:t |
        lvl | ilvl:n | start numFmt lvlRestart isLgl suff lvlText lvlJc pPr rPr
        start | $border w:n type:t |
        lvlRestart startOverride abstractNumId | val:n |
        isLgl | val:b |
        lvlText | val:g |
        num | numId:n | abstractNumId lvlOverride
        lvlOverride | ilvl:n | startOverride lvl

        settings | | zoom @page @hyphen evenAndOddHeaders bookFoldPrinting displayBackgroundShape characterSpacingControl footnotePr endnotePr \
            compat themeFontLang clrSchemeMapping
        zoom | percent:n |
        mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop | val:b |
        autoHyphenation doNotHyphenateCaps evenAndOddHeaders bookFoldPrinting displayBackgroundShape | val:b |
        defaultTabStop consecutiveHyphenLimit hyphenationZone | val:n |
        characterSpacingControl | val:t |
        compat | | compatSetting
        compatSetting | name:t uri:u val:n |
        themeFontLang | val:l eastAsia:l bidi:l |
        clrSchemeMapping | bg1:t t1:t bg2:t t2:t accent1:t accent2:t accent3:t accent4:t accent5:t accent6:t hyperlink:t followedHyperlink:t |
        """;
}
