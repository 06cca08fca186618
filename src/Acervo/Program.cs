using Acervo.Modules.Home.Style;
using Acervo.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddUi(builder.Configuration, StyleExample.Navigation);
builder.Services.AddRazorPages(options =>
{
    options.RootDirectory = "/Modules";
    StylePages.OnlyInDevelopment(options.Conventions, builder.Environment);
});

var app = builder.Build();
app.Use((request, next) =>
{
    request.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:";
    return next(request);
});
app.MapAssets();
app.MapRazorPages();
await app.RunAsync();
