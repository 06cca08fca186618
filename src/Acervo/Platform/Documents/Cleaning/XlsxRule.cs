namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Comparisons of a value with a number, as formats write them.</summary>
internal static class XlsxRule
{
    public static Func<double, bool>? Compare(string sign, double limit) => sign switch
    {
        "<" or "lessThan" => value => value < limit,
        "<=" or "lessThanOrEqual" => value => value <= limit,
        ">" or "greaterThan" => value => value > limit,
        ">=" or "greaterThanOrEqual" => value => value >= limit,
        "=" or "equal" => value => value.Equals(limit),
        "<>" or "notEqual" => value => !value.Equals(limit),
        _ => null,
    };
}
