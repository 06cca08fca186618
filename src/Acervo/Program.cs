using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Commands;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Platform.Tables.Sheets;

if (args is [DocumentWorker.Command, ..])
{
    return await DocumentWorker.RunAsync(args);
}

if (args is [CleaningWorker.Command, var kind, ..])
{
    return await CleaningWorker.RunAsync(Enum.Parse<CleanableKind>(kind), args.Contains(CleaningWorker.Compared));
}

if (args is [SheetWorker.Command])
{
    return await SheetWorker.RunAsync();
}

if (args is ["ficha", "read", .. var rest])
{
    return await FichaReadCommand.RunAsync(rest, Console.Out, Console.Error);
}

if (args is ["ficha", "write", .. var names])
{
    return await FichaWriteCommand.RunAsync(names, Console.Error);
}

var code = await AcervoCommand.RunAsync(args);
// Threads that a library left at work do not keep a program that has ended.
Environment.Exit(code);
return code;
