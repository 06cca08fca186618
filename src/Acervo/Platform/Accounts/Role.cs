namespace Acervo.Platform.Accounts;

/// <summary>What a person may do.</summary>
public enum Role
{
    Contributor,
    Liaison,
    Reviewer,
    Editor,
    Archivist,
    Administrator,
}

/// <summary>The roles in the words of the screen.</summary>
public static class RoleWords
{
    public static string Spanish(this Role role) => role switch
    {
        Role.Contributor => "Autoría de fichas",
        Role.Liaison => "Enlace distrital",
        Role.Reviewer => "Revisión",
        Role.Editor => "Edición de biblioteca",
        Role.Archivist => "Archivo",
        Role.Administrator => "Administración",
        _ => role.ToString(),
    };
}
