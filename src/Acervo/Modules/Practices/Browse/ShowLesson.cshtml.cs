using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>A published lesson learned.</summary>
[AllowAnonymous]
[PublicCache]
public sealed class ShowLessonModel(PublicPages pages, RelatedItems related, PublicationKinds kinds, MetadataDesk metadata)
    : ShowModel(pages, related, kinds, metadata, Practice.LessonKind);
