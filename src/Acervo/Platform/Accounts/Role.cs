namespace Acervo.Platform.Accounts;

/// <summary>What a person may do (design: the people).</summary>
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
        Role.Contributor => "Autor de fichas",
        Role.Liaison => "Enlace distrital",
        Role.Reviewer => "Revisor",
        Role.Editor => "Editor de biblioteca",
        Role.Archivist => "Archivista",
        Role.Administrator => "Administrador",
        _ => role.ToString(),
    };
}
