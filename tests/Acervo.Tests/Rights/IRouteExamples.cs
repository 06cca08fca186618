namespace Acervo.Tests.Rights;

/// <summary>
/// What a module gives the tables of rights: for each of its addresses with a parameter, one that leads to something. Found by the name of the
/// module, <c>PracticesExamples</c>; what is longer wins, so <c>/fichas/{id:int}</c> serves all addresses that begin so.
/// </summary>
internal interface IRouteExamples
{
    /// <summary>Makes the things and says where they are.</summary>
    Task<IReadOnlyDictionary<string, string>> SetAsync(Scene scene);
}
