using Acervo.Ui;

namespace Acervo.Tests.Ui;

/// <summary>Changes of lists and long texts stand line by line, so that they can be read.</summary>
public sealed class LineDiffTests
{
    [Fact]
    public void An_item_of_a_list_that_was_reworded_stands_once_with_its_changes()
    {
        string[] before = ["Alcaldía de Suba", "Secretaría del Hábitat", "Jardín Botánico"];
        Assert.Equal(
            "<ul><li>Alcaldía <ins>Local </ins>de Suba</li><li>Secretaría del Hábitat</li><li>Jardín Botánico</li><li><ins>Policía</ins></li></ul>",
            $"{LineDiff.List(before, ["Alcaldía Local de Suba", "Secretaría del Hábitat", "Jardín Botánico", "Policía"])}");
        Assert.Equal("<ul><li><del>Alcaldía de Suba</del></li><li>Secretaría del Hábitat</li><li>Jardín Botánico</li></ul>",
            $"{LineDiff.List(before, before[1..])}");
        Assert.Equal("<ul></ul>", $"{LineDiff.List([], [])}");
    }

    [Fact]
    public void A_paragraph_that_became_another_stands_twice_and_not_in_turns() => Assert.Equal(
        "<div><p>Lo primero.</p><p><del>- Facilitar la estandarización de procesos</del></p><p><ins>- Reducir a la mitad el tiempo de espera</ins></p><p>Lo "
            + "<ins>muy </ins>último.</p></div>",
        $"{LineDiff.Paragraphs("Lo primero.\n\n- Facilitar la estandarización de procesos\nLo último.", "Lo primero.\n\n- Reducir a la mitad el tiempo de espera\nLo muy último.")}");

    [Fact]
    public void Tags_in_a_line_stay_text() => Assert.Equal("<div><p><ins>&lt;b&gt;</ins></p></div>", $"{LineDiff.Paragraphs("", "<b>")}");
}
