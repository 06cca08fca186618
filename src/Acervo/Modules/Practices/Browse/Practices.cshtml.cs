using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>The bank of good practices.</summary>
[AllowAnonymous]
[PublicCache("q", "orden", "pagina", Facets = true)]
public sealed class PracticesModel(Searcher searcher, PublicationKinds kinds, MetadataDesk metadata) : ListModel(
    searcher, kinds, metadata, Practice.PracticeKind, "Lo que una dependencia hizo, cómo lo hizo y qué cambió. Cualquiera puede usarlo.");
