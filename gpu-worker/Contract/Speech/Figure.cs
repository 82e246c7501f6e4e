using System.Globalization;
using System.Text.RegularExpressions;

namespace SoraFunctions.Contract.Speech;

/// <summary>A number as it was written.</summary>
/// <param name="Whole">Its digits before the point, without marks between them.</param>
/// <param name="Fraction">Its digits after the point; empty for none.</param>
internal sealed partial record Figure(string Whole, string Fraction)
{
    private const string Marks = @".,'’\u00a0\u202f";

    /// <summary>The whole part as a number; null where it is too long for one.</summary>
    public long? Number => Whole.Length <= 15 ? long.Parse(Whole, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether it is a code and no amount: it begins with a nought, or is too long.</summary>
    public bool IsCode => Fraction.Length == 0 && (Whole.Length > 12 || (Whole.Length > 1 && Whole[0] == '0'));

    /// <summary>A pattern for numbers of all customs.</summary>
    /// <param name="spaced">Whether the language has plain spaces between groups of three digits.</param>
    public static string Pattern(bool spaced) => $@"(?:\d{{1,3}}(?:[{Marks}{(spaced ? " " : "")}]\d{{3}}(?!\d))+(?:[.,]\d{{1,4}}(?!\d))?|\d+(?:[.,]\d+)?)";

    /// <summary>Reads what <see cref="Pattern"/> found.</summary>
    /// <param name="written">The number.</param>
    /// <param name="point">The mark before the fraction in the language; where another mark can only be meant so, it counts too.</param>
    public static Figure Of(string written, char point)
    {
        var last = written.LastIndexOfAny(['.', ',']);
        return last >= 0 && IsPoint(written, last, point)
            ? new Figure(Digits(written[..last]), written[(last + 1)..])
            : new Figure(Digits(written), "");
    }

    // Groups are of three digits: "1.23" and "1,234.5" decide themselves, "1.234" is decided by the language.
    private static bool IsPoint(string written, int last, char point)
    {
        if (written.Length - last - 1 != 3 || last > 3 && !written[..last].Any(c => !char.IsAsciiDigit(c)))
            return true;
        var marks = written.Where(c => !char.IsAsciiDigit(c)).ToArray();
        return written[last] == point && marks.Count(mark => mark == point) == 1;
    }

    private static string Digits(string written) => NoDigit().Replace(written, "");

    [GeneratedRegex(@"\D")]
    private static partial Regex NoDigit();
}
