using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>The bank of good practices.</summary>
[AllowAnonymous]
public sealed class PracticesModel(Searcher searcher, PublicationKinds kinds) : ListModel(
    searcher, kinds, Practice.PracticeKind, "Lo que una dependencia hizo, cómo lo hizo y qué cambió. Cualquiera puede usarlo.");
