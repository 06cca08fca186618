namespace Acervo.Ui.Parts;

/// <summary>One thing that waits for the person who is signed in.</summary>
public sealed record InboxRow(string Href, string Title, string Why, string Icon, DateTime Since, DateOnly? Due, int? DaysLeft);
