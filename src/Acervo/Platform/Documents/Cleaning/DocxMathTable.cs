namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What formulas may be written with; phantoms, which take room and show nothing, are not among it.</summary>
internal static class DocxMathTable
{
    public const string Text = """
        @math = r acc bar box borderBox d eqArr f func groupChr limLow limUpp m nary rad sPre sSub sSubSup sSup

        oMathPara | | oMathParaPr oMath
        oMathParaPr | | jc
        oMath e num den sup sub deg fName lim | | @math
        r | | w:rPr t
        t | | #
        acc | | accPr e
        bar | | barPr e
        box borderBox | | e
        d | | dPr e
        eqArr | | e
        f | | fPr num den
        func | | fName e
        groupChr | | groupChrPr e
        limLow limUpp | | e lim
        m | | mPr mr
        mPr | | mcs
        mcs | | mc
        mc | | mcPr
        mcPr | | count mcJc
        mr | | e
        nary | | naryPr sub sup e
        rad | | radPr deg e
        sPre sSubSup | | sub sup e
        sSub | | e sub
        sSup | | e sup
        accPr groupChrPr | | chr pos vertJc
        barPr | | pos
        dPr | | begChr sepChr endChr
        fPr | | type
        naryPr | | chr limLoc subHide supHide
        radPr | | degHide
        chr begChr sepChr endChr | val:h |
        pos vertJc limLoc type mcJc jc | val:t |
        subHide supHide degHide | val:b |
        count | val:n |
        """;
}
