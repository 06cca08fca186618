using Acervo.Platform.Commands;

return await AcervoCommand.RunAsync(args);
