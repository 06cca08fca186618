namespace Acervo.Tests.Platform.Publications.Calls;

/// <summary>The tests that share the site with calls: one after the other, for some move its clock.</summary>
[CollectionDefinition(CallSite.Name)]
public sealed class CallTests : ICollectionFixture<CallSite>;
