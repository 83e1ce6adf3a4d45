using System.Globalization;
using System.Text;

namespace RepairBot.Core.Reading;

/// <summary>Brings one written character to its plain form: lower case, no accent, straight quote, ordinary width.</summary>
internal static class Fold
{
    /// <summary>A character that is dropped: zero width, soft hyphen, combining mark.</summary>
    public const char Nothing = '\0';

    private static readonly char[] Table = BuildTable();

    public static char Of(char c) => c < Table.Length ? Table[c] : OutsideTable(c);

    private static char OutsideTable(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u02BC' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' => '"',
        '\u2010' or '\u2011' => '-',
        >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' or >= '\uFE00' and <= '\uFE0F' => Nothing,
        >= '\u2000' and <= '\u200A' or '\u202F' or '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => Of((char)(c - '\uFF01' + '!')),
        _ => c,
    };

    private static char[] BuildTable()
    {
        var table = new char[0x460];
        for (var c = '\0'; c < table.Length; c++)
        {
            table[c] = Plain(c);
        }

        table['`'] = table['´'] = '\'';
        table['«'] = table['»'] = '"';
        table['\u00A0'] = ' ';
        table['\u00AD'] = Nothing;
        LookAlikes(table);
        return table;
    }

    private static char Plain(char c)
    {
        if (c is >= '\u0300' and <= '\u036F')
        {
            return Nothing;
        }

        var lower = char.ToLowerInvariant(c);
        if (lower < 0x80 || lower >= 0x370 || !char.IsLetter(lower))
        {
            return lower;
        }

        var apart = lower.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(apart[0]) == UnicodeCategory.LowercaseLetter ? apart[0] : lower;
    }

    private static void LookAlikes(char[] table)
    {
        const string cyrillic = "аеорсухіѕј";
        const string latin = "aeopcyxisj";
        for (var i = 0; i < cyrillic.Length; i++)
        {
            table[cyrillic[i]] = table[char.ToUpperInvariant(cyrillic[i])] = latin[i];
        }

        table['ø'] = table['Ø'] = 'o';
        table['ı'] = 'i';
    }
}
