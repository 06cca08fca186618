using System.Text.Encodings.Web;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Platform.Http;

/// <summary>The page for the time without a database, which has the look of the site and neither menus nor session.</summary>
internal sealed class AwayPage(Assets assets, SiteFace face, HtmlEncoder encoder)
{
    private const string Title = "El sitio no puede atender en este momento";

    private const string Sentence =
        "La base de datos no responde y ya se está atendiendo. Lo que usted había guardado no se perdió. Espere un momento y vuelva a cargar esta página; "
        + "si acababa de enviar un formulario, vuelva atrás: lo que escribió sigue allí.";

    /// <summary>The same for programs.</summary>
    public ProblemDetails Problem { get; } = new()
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Title = Title,
        Detail = "La base de datos no responde. Vuelva a intentarlo en unos segundos."
    };

    public string Html => $"""
        <!doctype html>
        <html lang="es-CO">
        <head>
        <meta charset="utf-8">
        <title>{Title} · {encoder.Encode(face.Current.Product)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="{assets.Url("acervo.css")}">
        <link rel="icon" type="{assets.Mark.Type}" href="{assets.Mark.Href}">
        </head>
        <body class="public">
        <header class="site-head">
        <div class="entity-bar"><div class="wrap"><span class="entity">{encoder.Encode(face.Current.Entity)}</span></div></div>
        <div class="masthead wrap"><a class="brand" href="/"><img src="{assets.Mark.Href}" alt=""
            width="36" height="36"><span>{encoder.Encode(face.Current.Product)}</span></a></div>
        </header>
        <main id="contenido" class="wrap">
        <section class="tombstone">
        {Icon(assets)}
        <h1>{Title}</h1>
        <p class="lead">{Sentence}</p>
        <p><a class="button" href="">Volver a cargar</a></p>
        </section>
        </main>
        </body>
        </html>
        """;

    private static string Icon(Assets assets)
    {
        using var writer = new StringWriter();
        assets.Icon("clock").WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
