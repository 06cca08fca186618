using Acervo.Platform.Documents.Cleaning;
using SkiaSharp;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Pictures are drawn anew: what is seen stays, and nothing else.</summary>
public sealed class PictureCleanerTests
{
    private static readonly SKColor Red = SKColors.Red;
    private static readonly SKColor Blue = SKColors.Blue;

    public static TheoryData<string> Ways => [.. HiddenPictures.Ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_hidden_word_survives(string way)
    {
        var before = HiddenPictures.Ways[way]();
        var kind = way.StartsWith("png", StringComparison.Ordinal) ? CleanableKind.Png : CleanableKind.Jpeg;

        var cleaned = DocumentCleaner.Clean(before, kind);

        Assert.NotEmpty(Canaries.In(before));
        Assert.Empty(Canaries.In(cleaned.Bytes));
        Assert.Equal(Pictures.Pixels(before).Length, Pictures.Pixels(cleaned.Bytes).Length);
        Assert.Empty(DocumentCleaner.Clean(cleaned.Bytes, kind).Removed);
    }

    [Fact]
    public void Pixels_stay_as_they_were_and_what_was_clear_is_white()
    {
        byte[] pixels = [200, 30, 40, 255, 9, 9, 9, 0, 0, 0, 0, 51, 1, 2, 3, 255];
        var cleaned = DocumentCleaner.Clean(Pictures.Png(2, pixels), CleanableKind.Png);

        Assert.Equal([new SKColor(200, 30, 40), SKColors.White, new SKColor(204, 204, 204), new SKColor(1, 2, 3)],
            Pictures.Pixels(cleaned.Bytes).Cast<SKColor>());
        Assert.Contains(cleaned.Removed, sentence => sentence.Contains("transparencia", StringComparison.Ordinal));
    }

    [Fact]
    public void A_photograph_stands_the_right_way_up_without_its_metadata()
    {
        var before = Pictures.Jpeg("CANARIO");
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Jpeg).Bytes;
        var pixels = Pictures.Pixels(cleaned);

        Assert.True(Canaries.In(before).Count >= 5);
        Assert.Empty(Canaries.In(cleaned));
        Assert.Equal((16, 8), (pixels.GetLength(0), pixels.GetLength(1)));
        Assert.True(pixels[1, 4].Red > 200 && pixels[14, 4].Blue > 200, "The red left side is now the upper half.");
    }

    [Theory]
    [InlineData(1, "ABC/DEF")]
    [InlineData(2, "CBA/FED")]
    [InlineData(3, "FED/CBA")]
    [InlineData(4, "DEF/ABC")]
    [InlineData(5, "AD/BE/CF")]
    [InlineData(6, "DA/EB/FC")]
    [InlineData(7, "FC/EB/DA")]
    [InlineData(8, "CF/BE/AD")]
    public void Every_turn_of_a_camera_is_undone(int turn, string seen)
    {
        var (pixels, width, _) = PictureTurn.Apply([.. "ABCDEF".Select(letter => (uint)letter)], 3, 2, turn);

        Assert.Equal(seen, string.Join('/', pixels.Chunk(width).Select(row => string.Concat(row.Select(letter => (char)letter)))));
    }

    [Fact]
    public void What_is_cut_off_is_gone()
    {
        var notes = new CleaningNotes();
        byte[] rgba = [.. Enumerable.Range(0, 8).SelectMany(at => Bytes(at % 4 < 2 ? Red : Blue))];

        var left = PictureCleaner.CleanInside("a.png", Pictures.Png(4, rgba), notes, new PictureCrop(0, 0, 0.5, 0));
        var part = PictureCleaner.CleanInside("a.png", Pictures.Png(4, rgba), notes, new PictureCrop(0.6, -1, double.NaN, 5));

        Assert.Equal(Enumerable.Repeat(Red, 4), Pictures.Pixels(left).Cast<SKColor>());
        Assert.Equal([Blue, Blue], Pictures.Pixels(part).Cast<SKColor>());
        Assert.Contains(notes.Sentences, sentence => sentence.Contains("partes recortadas", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_of_too_many_pixels_is_refused_before_it_is_unpacked()
    {
        var large = Pictures.Png(60_000, 0, 1, new byte[60_000], [], 60_000);

        Assert.Contains("demasiados puntos", Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(large, CleanableKind.Png)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_turn_is_read_in_both_orders_of_bytes()
    {
        byte[] little = [0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0];

        Assert.Equal(8, ExifOrientation.Read(little));
        Assert.Equal(3, ExifOrientation.Read(ExifOrientation.Segment(3)));
        Assert.Equal(1, ExifOrientation.Read(little.AsSpan(0, 12)));
        Assert.Empty(ExifOrientation.Segment(1));
    }

    [Fact]
    public void Cut_or_damaged_pictures_are_refused_and_never_crash()
    {
        foreach (var (file, kind) in new[] { (Pictures.Png("x"), CleanableKind.Png), (Pictures.Jpeg("x"), CleanableKind.Jpeg) })
        {
            var whole = Pictures.Pixels(DocumentCleaner.Clean(file, kind).Bytes);
            for (var length = 0; length < file.Length; length++)
            {
                var error = Record.Exception(() => Assert.Equal(whole, Pictures.Pixels(DocumentCleaner.Clean(file[..length], kind).Bytes)));
                Assert.True(error is null or CleaningException, $"{kind} cut at {length}: {error}");
            }
        }
    }

    [Fact]
    public void A_file_that_is_not_what_it_says_is_refused() =>
        Assert.All(Enum.GetValues<CleanableKind>(), kind => Assert.Throws<CleaningException>(() => DocumentCleaner.Clean("hola"u8.ToArray(), kind)));

    private static byte[] Bytes(SKColor colour) => [colour.Red, colour.Green, colour.Blue, colour.Alpha];
}
