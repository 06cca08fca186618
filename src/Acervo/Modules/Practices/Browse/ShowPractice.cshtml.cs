using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.AspNetCore.Authorization;

namespace Acervo.Modules.Practices.Browse;

/// <summary>A published good practice.</summary>
[AllowAnonymous]
public sealed class ShowPracticeModel(PublicPages pages, RelatedItems related, PublicationKinds kinds) : ShowModel(pages, related, kinds, Practice.PracticeKind);
