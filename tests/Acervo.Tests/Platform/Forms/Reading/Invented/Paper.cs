using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>The sheet and the type a ficha is printed on: twentieths of a point, half points for the letters.</summary>
public sealed record Paper(string Font = "Liberation Sans", int Letters = 22, uint Width = 12240, uint Height = 15840, int Margin = 1440)
{
    public PageSize Size() => new() { Width = Width, Height = Height };

    public PageMargin Margins() => new() { Top = Margin, Bottom = Margin, Left = (uint)Margin, Right = (uint)Margin, Header = 500, Footer = 500 };

    public RunPropertiesBaseStyle Type() => new(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font }, new FontSize { Val = $"{Letters}" });
}
