using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>A published lesson learned.</summary>
[AllowAnonymous]
public sealed class ShowLessonModel(PublicPages pages, RelatedItems related, PublicationKinds kinds) : ShowModel(pages, related, kinds, Practice.LessonKind);
