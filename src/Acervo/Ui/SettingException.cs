namespace Acervo.Ui;

/// <summary>A setting that the site cannot be shown with; its sentence says which and what it should be.</summary>
public sealed class SettingException(string sentence) : Exception(sentence);
