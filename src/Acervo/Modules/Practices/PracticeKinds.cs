namespace Acervo.Modules.Practices;

/// <summary>The kinds of the bank as the store, the API and the forms call them.</summary>
public static class PracticeKinds
{
    public const string Practice = "practice";

    public const string Lesson = "lesson";
}
