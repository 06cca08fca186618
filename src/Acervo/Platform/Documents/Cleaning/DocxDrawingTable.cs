namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What pictures, shapes and text boxes may be drawn with; their names, titles and alternative texts are not among it.</summary>
internal static class DocxDrawingTable
{
    public const string Places = """
        $far = distT:n distB:n distL:n distR:n
        @inside = extent effectExtent docPr cNvGraphicFramePr a:graphic

        inline | $far | @inside
        anchor | $far simplePos:b relativeHeight:n behindDoc:b locked:b layoutInCell:b allowOverlap:b | simplePos positionH positionV \
            wrapNone wrapSquare wrapTight wrapThrough wrapTopAndBottom @inside
        simplePos start lineTo | x:n y:n |
        positionH positionV | relativeFrom:t | align posOffset
        align posOffset | | #
        extent | cx:n cy:n |
        effectExtent | l:n t:n r:n b:n |
        docPr | id:n name:M |
        cNvGraphicFramePr wrapNone | |
        wrapSquare | wrapText:t $far | effectExtent
        wrapTight wrapThrough | wrapText:t distL:n distR:n | wrapPolygon
        wrapTopAndBottom | distT:n distB:n | effectExtent
        wrapPolygon | edited:b | start lineTo
        """;

    public const string Shapes = """
        @fill = noFill solidFill gradFill pattFill
        @body = noAutofit normAutofit spAutoFit

        graphic | | graphicData
        graphicData | uri:u | pic:pic wps:wsp wpg:wgp
        pic:pic | | pic:nvPicPr pic:blipFill pic:spPr
        pic:nvPicPr | | pic:cNvPr pic:cNvPicPr
        pic:cNvPr wps:cNvPr wpg:cNvPr | id:n name:M |
        pic:cNvPicPr wps:cNvSpPr wps:cNvCnPr wpg:cNvGrpSpPr wpg:cNvFrPr | |
        pic:blipFill | rotWithShape:b | blip stretch
        blip | r:embed:r | alphaModFix biLevel grayscl lum duotone
        alphaModFix | amt:n |
        biLevel | thresh:n |
        grayscl | |
        lum | bright:n contrast:n |
        duotone | | prstClr srgbClr schemeClr
        stretch | | fillRect
        fillRect | l:n t:n r:n b:n |
        pic:spPr wps:spPr | bwMode:t | xfrm custGeom prstGeom @fill ln
        wps:wsp | | wps:cNvPr wps:cNvSpPr wps:cNvCnPr wps:spPr wps:style wps:txbx wps:bodyPr
        wps:txbx | | w:txbxContent
        wps:style | | lnRef fillRef effectRef fontRef
        lnRef fillRef effectRef fontRef | idx:nt | schemeClr srgbClr
        wps:bodyPr | rot:n spcFirstLastPara:b vertOverflow:t horzOverflow:t vert:t wrap:t lIns:n tIns:n rIns:n bIns:n \
            numCol:n spcCol:n rtlCol:b anchor:t anchorCtr:b upright:b compatLnSpc:b | @body
        noAutofit spAutoFit | |
        normAutofit | fontScale:n lnSpcReduction:n |
        wpg:wgp wpg:grpSp | | wpg:cNvPr wpg:cNvGrpSpPr wpg:grpSpPr wps:wsp pic:pic wpg:grpSp
        wpg:grpSpPr | bwMode:t | xfrm
        xfrm | rot:n flipH:b flipV:b | off ext chOff chExt
        off chOff | x:n y:n |
        ext chExt | cx:n cy:n |
        prstGeom | prst:t | avLst
        avLst | | gd
        gd | name:G fmla:G |
        custGeom | | avLst rect pathLst
        rect | l:tn t:tn r:tn b:tn |
        pathLst | | path
        path | w:n h:n fill:t stroke:b | moveTo lnTo cubicBezTo quadBezTo close
        moveTo lnTo cubicBezTo quadBezTo | | pt
        pt | x:n y:n |
        close | |
        ln | w:n cap:t cmpd:t algn:t | @fill prstDash round bevel miter headEnd tailEnd
        prstDash | val:t |
        round bevel | |
        miter | lim:n |
        headEnd tailEnd | type:t w:t len:t |
        """;

    public const string Colours = """
        @colour = srgbClr schemeClr prstClr sysClr
        @change = alpha lumMod lumOff shade tint satMod hueOff satOff

        noFill | |
        solidFill | | @colour
        gradFill | rotWithShape:b flip:t | gsLst lin
        gsLst | | gs
        gs | pos:n | @colour
        lin | ang:n scaled:b |
        pattFill | prst:t | fgClr bgClr
        fgClr bgClr | | @colour
        srgbClr | val:c | @change
        schemeClr prstClr | val:t | @change
        sysClr | val:t lastClr:c | @change
        alpha lumMod lumOff shade tint satMod hueOff satOff | val:n |

        theme | name:M | themeElements
        themeElements | | clrScheme fontScheme
        clrScheme | name:M | dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink
        dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink | | srgbClr sysClr
        fontScheme | name:M | majorFont minorFont
        majorFont minorFont | | latin ea cs
        latin ea cs | typeface:f |
        """;
}
