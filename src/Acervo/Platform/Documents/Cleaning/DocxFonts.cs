namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The fonts that a copy may name: those of offices and of the web. Another name says nothing to who reads, for the font is not in the file.</summary>
internal static class DocxFonts
{
    public static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Agency FB", "Aptos", "Aptos Display", "Aptos Narrow", "Arial", "Arial Black", "Arial MT", "Arial Narrow", "Arial Rounded MT Bold", "Arial Unicode MS",
        "Bahnschrift",
        "Baskerville Old Face", "Bell MT", "Berlin Sans FB", "Bodoni MT", "Book Antiqua", "Bookman Old Style", "Bradley Hand ITC", "Britannic Bold", "Calibri",
        "Calibri Light",
        "Californian FB", "Calisto MT", "Cambria", "Cambria Math", "Candara", "Carlito", "Caladea", "Castellar", "Centaur", "Century", "Century Gothic",
        "Century Schoolbook",
        "Comic Sans MS", "Consolas", "Constantia", "Cooper Black", "Copperplate Gothic Bold", "Corbel", "Courier", "Courier New", "DejaVu Sans",
        "DejaVu Sans Mono", "DejaVu Serif",
        "Ebrima", "Edwardian Script ITC", "Eras Medium ITC", "Fira Sans", "Franklin Gothic Book", "Franklin Gothic Medium", "Gabriola", "Gadugi", "Garamond",
        "Georgia", "Gill Sans MT",
        "Goudy Old Style", "Haettenschweiler", "Helvetica", "Helvetica Neue", "High Tower Text", "Impact", "Inter", "Lato", "Leelawadee UI", "Liberation Mono",
        "Liberation Sans",
        "Liberation Sans Narrow", "Liberation Serif", "Lucida Bright", "Lucida Console", "Lucida Handwriting", "Lucida Sans", "Lucida Sans Unicode",
        "Merriweather", "Microsoft Sans Serif",
        "Microsoft YaHei", "Monotype Corsiva", "Montserrat", "MS Gothic", "MS Mincho", "MS PGothic", "MS Reference Sans Serif", "MS Sans Serif", "MS Serif",
        "MT Extra", "Museo Sans",
        "Museo Sans 300", "Museo Sans 500", "Museo Sans 700", "Myriad Pro", "Noto Sans", "Noto Serif", "Nunito", "Nunito Sans", "Open Sans", "OpenSymbol",
        "Optima", "Oswald",
        "Palatino", "Palatino Linotype", "Perpetua", "PMingLiU", "Poppins", "PT Sans", "PT Serif", "Quicksand", "Raleway", "Roboto", "Roboto Condensed",
        "Roboto Slab", "Rockwell",
        "Segoe Print", "Segoe Script", "Segoe UI", "Segoe UI Emoji", "Segoe UI Light", "Segoe UI Semibold", "Segoe UI Symbol", "SimSun", "Sitka Text",
        "Source Sans Pro", "Symbol",
        "Sylfaen", "Tahoma", "Times", "Times New Roman", "Trebuchet MS", "Tw Cen MT", "Ubuntu", "Univers", "Verdana", "Webdings", "Wingdings", "Wingdings 2",
        "Wingdings 3",
        "Work Sans", "Yu Gothic", "Yu Mincho", "ZapfDingbats", "Zurich BT",
    };
}
