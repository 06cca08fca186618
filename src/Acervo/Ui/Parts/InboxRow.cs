namespace Acervo.Ui.Parts;

/// <summary>
/// One thing that waits for the person who is signed in. What others wait for has a day on which it is due, and how many business days are left.
/// </summary>
public sealed record InboxRow(string Href, string Title, string Why, string Icon, DateTime Since, DateOnly? Due, int? DaysLeft);
