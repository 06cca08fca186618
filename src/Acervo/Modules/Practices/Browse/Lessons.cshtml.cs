using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>The bank of lessons learned.</summary>
[AllowAnonymous]
[PublicCache("q", "orden", "pagina", Facets = true)]
public sealed class LessonsModel(Searcher searcher, PublicationKinds kinds, MetadataDesk metadata) : ListModel(
    searcher, kinds, metadata, Practice.LessonKind, "Lo que salió distinto de lo esperado, por qué, y qué conviene hacer la próxima vez.");
