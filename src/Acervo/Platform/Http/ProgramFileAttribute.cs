namespace Acervo.Platform.Http;

/// <summary>Marks the styles, scripts and icons of the program itself: under the hash of their content they are the same for everybody, for ever.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFileAttribute : Attribute;
