namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What tables may be written with; their titles and descriptions are not among it.</summary>
internal static class DocxTableTable
{
    public const string Text = """
        $border = val:tn sz:n space:n color:c themeColor:t themeTint:x themeShade:x shadow:b frame:b
        @table = tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook

        tbl | | tblPr tblGrid tr
        tr | | tblPrEx trPr tc
        tc | | tcPr p tbl
        tblPr | | tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize @table
        tblPrEx | | @table
        tblpPr | leftFromText:n rightFromText:n topFromText:n bottomFromText:n vertAnchor:t horzAnchor:t tblpXSpec:t tblpX:n tblpYSpec:t tblpY:n |
        tblOverlap | val:t |
        bidiVisual | val:b |
        tblStyleRowBandSize tblStyleColBandSize | val:n |
        tblW tblCellSpacing tblInd tcW wBefore wAfter | w:n type:t |
        tblBorders tcBorders | | top left start bottom right end insideH insideV tl2br tr2bl
        tblCellMar tcMar | | top left start bottom right end
        end insideH insideV tl2br tr2bl | $border w:n type:t |
        tblLayout | type:t |
        tblLook | val:x firstRow:b lastRow:b firstColumn:b lastColumn:b noHBand:b noVBand:b |
        tblGrid | | gridCol
        gridCol | w:n |
        trPr | | cnfStyle gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden
        gridBefore gridAfter gridSpan | val:n |
        cantSplit tblHeader hidden noWrap tcFitText hideMark | val:b |
        trHeight | val:n hRule:t |
        tcPr | | cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
        hMerge vMerge | val:t |
        """;
}
