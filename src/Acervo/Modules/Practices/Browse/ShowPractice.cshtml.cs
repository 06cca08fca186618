using Acervo.Platform.Http;
using Acervo.Platform.OpenData;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>A published good practice.</summary>
[AllowAnonymous]
[PublicCache]
public sealed class ShowPracticeModel(PublicPages pages, RelatedItems related, PublicationKinds kinds, MetadataDesk metadata)
    : ShowModel(pages, related, kinds, metadata, Practice.PracticeKind);
