namespace Acervo.Platform.Editorial;

/// <summary>Where a working record stands. A published version that was replaced is a matter of its publication, not of the record.</summary>
public enum Stage
{
    Draft,
    InReview,
    ChangesRequested,
    Approved,
    Scheduled,
    Published,
    Withdrawn,
}

/// <summary>The stages in words.</summary>
public static class StageWords
{
    public static string Spanish(this Stage stage) => stage switch
    {
        Stage.Draft => "Borrador",
        Stage.InReview => "En revisión",
        Stage.ChangesRequested => "Cambios solicitados",
        Stage.Approved => "Aprobada",
        Stage.Scheduled => "Programada",
        Stage.Published => "Publicada",
        Stage.Withdrawn => "Retirada",
        _ => stage.ToString(),
    };
}
