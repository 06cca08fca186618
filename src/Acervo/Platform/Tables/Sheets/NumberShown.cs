using System.Globalization;
using System.Text;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>How a sheet shows a number where that says more than its value: a share of a hundred, or a code with the zeros in front of it.</summary>
internal static class NumberShown
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-CO");

    /// <summary>The text on the sheet; null where the plain value says the same.</summary>
    public static string? Of(double number, string? format) => Parse(format) switch
    {
        { IsShare: true } shape => (number * 100).ToString($"0{(shape.Decimals > 0 ? "." + new string('0', shape.Decimals) : "")}", Spanish) + "%",
        { IsCode: true } shape when number >= 0 && number < 1e15 && double.IsInteger(number) => Code((long)number, shape),
        _ => null,
    };

    private static string Code(long number, Shape shape)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).PadLeft(shape.Zeros, '0');
        var (shown, at) = (new StringBuilder(), digits.Length);
        for (var i = shape.Signs.Count - 1; i >= 0; i--)
        {
            var (sign, isDigit) = shape.Signs[i];
            if (!isDigit)
            {
                shown.Insert(0, sign);
            }
            else if (at > 0)
            {
                shown.Insert(0, digits[--at]);
            }

            if (isDigit && at > 0 && !shape.Signs.Take(i).Any(left => left.IsDigit))
            {
                shown.Insert(0, digits[..at]); // more digits than the format has places for
                at = 0;
            }
        }

        return shown.ToString();
    }

    /// <summary>The part of a format that positive numbers take; null for one that is about days, money, powers or fractions.</summary>
    private static Shape? Parse(string? format)
    {
        var shape = new Shape();
        for (var i = 0; i < Math.Min(format?.Length ?? 0, 255) && format![i] != ';'; i++)
        {
            switch (format[i])
            {
                case '0' or '#' or '?':
                    shape.Digit(format[i]);
                    break;
                case '.':
                    shape.HasPoint = true;
                    break;
                case '%':
                    shape.IsShare = true;
                    break;
                case '"':
                    var end = format.IndexOf('"', i + 1);
                    end = end < 0 ? format.Length : end;
                    shape.Literal(format[(i + 1)..end]);
                    i = end;
                    break;
                case '\\':
                    shape.Literal(i + 1 < format.Length ? format[(i + 1)..(i + 2)] : "");
                    i++;
                    break;
                case '_' or '*':
                    i++;
                    break;
                case ' ' or '-':
                    shape.Literal(format[i..(i + 1)]);
                    break;
                case '[' when i + 1 < format.Length && format[i + 1] != '$' && format.IndexOf(']', i) is > 0 and var close:
                    i = close;
                    break;
                default:
                    return null;
            }
        }

        return shape;
    }

    /// <summary>What a format is made of.</summary>
    private sealed class Shape
    {
        public List<(string Sign, bool IsDigit)> Signs { get; } = [];

        public int Zeros { get; private set; }

        public int Decimals { get; private set; }

        public bool HasPoint { get; set; }

        public bool IsShare { get; set; }

        public bool IsCode => Zeros > 1 && !HasPoint;

        public void Digit(char sign)
        {
            Decimals += HasPoint ? 1 : 0;
            Zeros += !HasPoint && sign == '0' ? 1 : 0;
            Signs.Add(("", true));
        }

        public void Literal(string text) => Signs.Add((text, false));
    }
}
