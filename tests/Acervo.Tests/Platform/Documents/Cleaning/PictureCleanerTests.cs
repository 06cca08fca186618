using Acervo.Platform.Documents.Cleaning;
using Xunit;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Pictures lose their metadata and keep every pixel.</summary>
public sealed class PictureCleanerTests
{
    [Fact]
    public void A_PNG_loses_its_texts_and_what_follows_its_end()
    {
        var cleaned = DocumentCleaner.Clean(Pictures.Png("CANARIO"), CleanableKind.Png);

        Assert.Equal(Pictures.Png(), cleaned.Bytes);
        Assert.Single(cleaned.Removed);
        Assert.Empty(DocumentCleaner.Clean(cleaned.Bytes, CleanableKind.Png).Removed);
    }

    [Fact]
    public void A_JPEG_loses_its_metadata_but_stays_the_right_way_up()
    {
        var before = Pictures.Jpeg("CANARIO");
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Jpeg).Bytes;

        Assert.True(Canaries.In(before).Count >= 5);
        Assert.Empty(Canaries.In(cleaned));
        Assert.Equal(6, ExifOrientation.Read(cleaned.AsSpan(20)));
        Assert.Equal(new byte[] { 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9 }, cleaned[^9..]);
        Assert.Equal(cleaned, DocumentCleaner.Clean(cleaned, CleanableKind.Jpeg).Bytes);
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
            var whole = DocumentCleaner.Clean(file, kind).Bytes.Length;
            for (var length = 0; length < file.Length; length++)
            {
                var error = Record.Exception(() => Assert.Equal(whole, DocumentCleaner.Clean(file[..length], kind).Bytes.Length));
                Assert.True(error is null or CleaningException, $"{kind} cut at {length}: {error}");
            }
        }
    }

    [Fact]
    public void A_file_that_is_not_what_it_says_is_refused() =>
        Assert.All(Enum.GetValues<CleanableKind>(), kind => Assert.Throws<CleaningException>(() => DocumentCleaner.Clean("hola"u8.ToArray(), kind)));
}
