using Acervo.Platform.Commands;
using Acervo.Platform.Forms.Reading;

if (args is ["ficha", "read", .. var rest])
{
    return await FichaReadCommand.RunAsync(rest, Console.Out, Console.Error);
}

return await AcervoCommand.RunAsync(args);
