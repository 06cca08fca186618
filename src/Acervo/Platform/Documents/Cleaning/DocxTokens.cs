namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The words of the format itself that an attribute may hold: kinds of border, of alignment, of colour, of number.</summary>
internal static class DocxTokens
{
    public static readonly HashSet<string> Known = new(string.Join(' ', Text, Numbers, Lines, Shapes, Colours).Split(' '), StringComparer.Ordinal);

    private const string Text =
        "left right start end center both distribute justify top bottom middle inside outside baseline auto none nil clear page margin column text character "
            + "char line paragraph "
        + "leftMargin rightMargin topMargin bottomMargin insideMargin outsideMargin inline default first even odd nextPage nextColumn continuous evenPage "
        + "oddPage portrait landscape "
        + "exact atLeast exactly dxa pct fixed autofit never overlap restart continue lrTb tbRl btLr lrTbV tbRlV tbLrV tb rl lr tbV rlV lrV textWrapping all "
        + "lastLine num list bar decimal "
        + "dot hyphen underscore heavy middleDot indent normal separator continuationSeparator continuationNotice superscript subscript eastAsia cs "
        + "ascii hAnsi "
        + "minorHAnsi majorHAnsi minorAscii majorAscii minorEastAsia majorEastAsia minorBidi majorBidi drop notBeside around tight through sectEnd docEnd "
        + "pageBottom beneathText "
        + "eachPage eachSect newPage newSection allPages firstPage notFirstPage front back zOrder offsetFrom lines linesAndChars snapToChars doNotCompress "
        + "compressPunctuation "
        + "compressPunctuationAndJapaneseKana singleLevel multilevel hybridMultilevel tab space nothing colon period emDash enDash allLines firstAndLastLine "
        + "firstLineOnly lastLineOnly "
        + "comma circle underDot wholeTable firstRow lastRow firstCol lastCol band1Vert band2Vert band1Horz band2Horz neCell nwCell seCell swCell "
        + "paragraphStyle table numbering compatibilityMode overrideTableStyleFontSizeAndJustification enableOpenTypeFeatures doNotFlipMirrorIndents "
        + "differentiateMultirowTableHeaders "
        + "useWord2013TrackBottomHyphenation undOvr subSup noBar skw lin clip ellipsis square horz vert vert270 wordArtVert eaVert mongolianVert bothSides "
        + "largest t b ctr l r just dist";

    private const string Numbers =
        "bullet decimalZero upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago numberInDash decimalEnclosedCircle "
            + "decimalFullWidth decimalHalfWidth";

    private const string Lines =
        "single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap thinThickThinSmallGap thinThickMediumGap "
            + "thickThinMediumGap thinThickThinMediumGap "
        + "thinThickLargeGap thickThinLargeGap thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave outset inset words "
        + "dottedHeavy dash dashedHeavy "
        + "dashLong dashLongHeavy dashDotHeavy dashDotDotHeavy wavyHeavy wavyDouble solid horzStripe vertStripe reverseDiagStripe diagStripe horzCross "
        + "diagCross thinHorzStripe thinVertStripe "
        + "thinReverseDiagStripe thinDiagStripe thinHorzCross thinDiagCross pct5 pct10 pct12 pct15 pct20 pct25 pct30 pct35 pct37 pct40 pct45 pct50 pct55 pct60 "
        + "pct62 pct65 pct70 pct75 pct80 "
        + "pct85 pct87 pct90 pct95 sng dbl thickThin thinThick tri rnd sq flat sysDot sysDash sysDashDot sysDashDotDot lgDash dashDot lgDashDot lgDashDotDot "
        + "in med sm lg triangle stealth diamond oval arrow";

    private const string Shapes =
        "rect roundRect ellipse line lineInv straightConnector1 bentConnector2 bentConnector3 curvedConnector3 rtTriangle parallelogram trapezoid pentagon "
            + "hexagon octagon plus star4 star5 star6 "
        + "rightArrow leftArrow upArrow downArrow leftRightArrow upDownArrow chevron homePlate round1Rect round2SameRect round2DiagRect snip1Rect "
        + "snip2SameRect snip2DiagRect snipRoundRect "
        + "plaque can cube bevel donut foldedCorner frame halfFrame corner diagStripe chord arc leftBracket rightBracket leftBrace rightBrace bracketPair "
        + "bracePair heart sun moon cloud "
        + "flowChartProcess flowChartDecision flowChartTerminator flowChartConnector flowChartDocument flowChartInputOutput flowChartAlternateProcess "
        + "flowChartPreparation "
        + "wedgeRectCallout wedgeRoundRectCallout wedgeEllipseCallout cloudCallout borderCallout1 ribbon ribbon2 wave blackWhite gray black white hidden minor "
        + "major x y xy";

    private const string Colours =
        "dark1 light1 dark2 light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink followedHyperlink background1 text1 background2 text2 bg1 tx1 bg2 "
            + "tx2 dk1 lt1 dk2 lt2 hlink "
        + "folHlink phClr blue cyan green magenta red yellow darkBlue darkCyan darkGreen darkMagenta darkRed darkYellow darkGray lightGray windowText window "
        + "lighten darken norm";
}
