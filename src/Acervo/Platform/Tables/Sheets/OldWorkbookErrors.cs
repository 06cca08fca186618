using System.Buffers.Binary;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// The cells of an old Excel workbook that hold the error of a formula: by sheet, from 0, and row, from 1, each with its column. Its reader gives
/// them as empty, and an empty cell says something else.
/// </summary>
internal static class OldWorkbookErrors
{
    private const int Begin = 0x809;
    private const int Finish = 0x0A;
    private const int SheetPlace = 0x85;
    private const int Formula = 0x06;
    private const int BoolOrError = 0x205;

    /// <exception cref="InvalidDataException">The file is not made as it should.</exception>
    public static ILookup<(int Sheet, int Row), (int Column, string Text)> Find(byte[] file)
    {
        try
        {
            var book = new CompoundFile(file).Find("Workbook", "Book") ?? throw new InvalidDataException("There is no workbook.");
            var places = Records(book, 0).Where(record => record.Id == SheetPlace && book[record.At + 5] == 0)
                .Select(record => (int)BinaryPrimitives.ReadUInt32LittleEndian(book.AsSpan(record.At))).ToList();
            return places.SelectMany((place, sheet) => Records(book, place).Select(record => (sheet, record)))
                .Where(one => ErrorOf(book, one.record) is not null)
                .ToLookup(one => (one.sheet, U16(book, one.record.At) + 1), one => ((int)U16(book, one.record.At + 2), ErrorOf(book, one.record)!));
        }
        catch (Exception cause) when (cause is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A record leads nowhere.", cause);
        }
    }

    /// <summary>The records from here to the end of what begins here; charts within it begin and end by themselves.</summary>
    private static IEnumerable<(int Id, int At)> Records(byte[] book, int from)
    {
        var deep = 0;
        for (var at = from; at + 4 <= book.Length;)
        {
            var (id, size) = (U16(book, at), U16(book, at + 2));
            deep += id == Begin ? 1 : id == Finish ? -1 : 0;
            if (deep == 0)
            {
                yield break;
            }

            if (deep == 1 && at + 4 + size <= book.Length)
            {
                yield return (id, at + 4);
            }

            at += 4 + size;
        }
    }

    private static string? ErrorOf(byte[] book, (int Id, int At) record) => record.Id switch
    {
        BoolOrError when book[record.At + 7] == 1 => Name(book[record.At + 6]),
        Formula when U16(book, record.At + 12) == 0xFFFF && book[record.At + 6] == 2 => Name(book[record.At + 8]),
        _ => null,
    };

    private static string Name(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
