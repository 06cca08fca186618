namespace Acervo.Platform.Forms.Reading;

/// <summary>
/// Where a label stops within its line and the answer begins: <paramref name="After"/> is past the punctuation, <paramref name="Mark"/>
/// is what parted them, <paramref name="Closes"/> says that bold type ended there.
/// </summary>
internal readonly record struct LabelEnd(int After, char Mark, bool Closes)
{
    public static LabelEnd Of(string text, int end)
    {
        var mark = ' ';
        var closes = false;
        var index = end;
        while (index < text.Length)
        {
            var letter = text[index];
            if (letter == '*' && ClosesBold(text, index))
            {
                closes = true;
                index += 2;
                continue;
            }

            if (letter is ':' or '?' or '.' or '|' or '\t' or '–' or '—' or '=' or ')' or '"' or '”' or '»')
            {
                mark = mark is ':' or '?' ? mark : letter;
            }
            else if (!char.IsWhiteSpace(letter))
            {
                break;
            }

            index++;
        }

        return new LabelEnd(index, mark, closes);
    }

    private static bool ClosesBold(string text, int index) =>
        index + 1 < text.Length && text[index + 1] == '*' && text[..index].Split("**").Length % 2 == 0;
}
