using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>The bank of lessons learned.</summary>
[AllowAnonymous]
public sealed class LessonsModel(Searcher searcher, PublicationKinds kinds) : ListModel(
    searcher, kinds, Practice.LessonKind, "Lo que salió distinto de lo esperado, por qué, y qué conviene hacer la próxima vez.");
