global using Acervo.Platform.Data;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
