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
        for (; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter == '*')
            {
                var open = text[..index].Split("**").Length % 2 == 0;
                if (!open || index + 1 >= text.Length || text[index + 1] != '*')
                {
                    break;
                }

                closes = true;
                index++;
            }
            else if (letter is ':' or '?' or '.' or '|' or '\t' or '–' or '—' or '=' or ')' or '"' or '”' or '»')
            {
                mark = mark is ':' or '?' ? mark : letter;
            }
            else if (!char.IsWhiteSpace(letter))
            {
                break;
            }
        }

        return new LabelEnd(index, mark, closes);
    }
}
