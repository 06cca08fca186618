using Acervo.Platform.Accounts;
using Acervo.Ui.Parts;

namespace Acervo.Platform.Modules;

/// <summary>What waits for one person in a module; the inbox puts the modules' answers together.</summary>
public delegate Task<IReadOnlyList<InboxRow>> InboxSource(IServiceProvider services, Me me, CancellationToken cancel);
