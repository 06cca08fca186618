namespace Acervo.Tests.Modules.Practices;

/// <summary>Real fichas handed to the project from outside; a machine without them skips the tests that read them.</summary>
internal static class Shared
{
    public static string Fixture(string name)
    {
        var path = Path.Combine(TestCluster.Repository, "..", "shared", "fixtures", name);
        Assert.SkipUnless(File.Exists(path), $"The fixture {name} is not on this machine.");
        return path;
    }
}
