using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Brings a catalogue back from a spreadsheet: shows first what would be added and changed, and takes it when told to. Nothing is removed.</summary>
[Allow(Role.Administrator)]
[Takes(4 * MostBytes, File = MostBytes)]
internal sealed class ImportModel(AppDb db, CatalogueEdits edits, Me me, TimeProvider clock) : PageModel
{
    private const int MostBytes = 2 * 1024 * 1024;

    internal Catalogue Catalogue { get; private set; } = null!;

    internal string? FileError { get; private set; }

    /// <summary>What was read, to be sent again with the decision.</summary>
    internal string Text { get; private set; } = "";

    internal IReadOnlyList<string> Problems { get; private set; } = [];

    internal IReadOnlyList<string> Added { get; private set; } = [];

    internal IReadOnlyList<string> Changed { get; private set; } = [];

    internal int Same { get; private set; }

    internal bool IsReady => Problems.Count == 0 && Added.Count + Changed.Count > 0;

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        if (RefusedFile.In(HttpContext) is { } refused)
        {
            Refuse(refused);
        }
    }

    /// <param name="code">The catalogue.</param>
    /// <param name="file">The file, the first time.</param>
    /// <param name="text">What was read of it, when the changes are accepted.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(string code, IFormFile? file, string? text, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        if (file is null && string.IsNullOrEmpty(text))
        {
            return Refuse("Elija un archivo CSV.");
        }

        if (file is { Length: 0 or > MostBytes })
        {
            return Refuse("El archivo debe tener contenido y pesar hasta 2 MB.");
        }

        Text = file is null ? text! : TextFile.Decode(await BytesAsync(file, cancel));
        var read = TermFile.Read(code, Text);
        Problems = [.. read.Problems.Take(20)];
        var known = await db.Terms.Include(term => term.Aliases).Where(term => term.Catalogue == code)
            .ToDictionaryAsync(term => term.Code, StringComparer.Ordinal, cancel);
        var fresh = read.Lines.Where(line => !known.ContainsKey(line.Form.Code!)).ToList();
        var changed = read.Lines.Where(line => known.TryGetValue(line.Form.Code!, out var term) && TermForm.Of(term).Differences(line.Form).Any()).ToList();
        (Added, Changed, Same) = ([.. fresh.Select(line => line.Form.Name ?? "")], [.. changed.Select(line => line.Form.Name ?? "")],
            read.Lines.Count - fresh.Count - changed.Count);
        if (file is not null || !IsReady)
        {
            return Page();
        }

        var last = known.Values.Select(term => term.Sort).DefaultIfEmpty(0).Max();
        foreach (var line in fresh)
        {
            var term = Term.Add(code, line.Form.Code!, line.Form.Name!, ++last, me.Id);
            db.Terms.Add(term);
            line.Form.WriteTo(term, clock.Now(), me.Id);
        }

        changed.ForEach(line => line.Form.WriteTo(known[line.Form.Code!], clock.Now(), me.Id));
        await edits.SaveAsync(code, cancel);
        TempData["Done"] = $"Se agregaron {fresh.Count} y se cambiaron {changed.Count}.";
        return Redirect($"/admin/catalogos/{code}");
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private PageResult Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return Page();
    }
}
