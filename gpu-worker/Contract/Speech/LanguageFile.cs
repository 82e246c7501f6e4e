using System.Text;

namespace SoraFunctions.Contract.Speech;

/// <summary>
/// The text of a language as it lies in <c>Languages</c>: sections under <c>[name]</c>, of lines whose first word is the key; a section
/// <c>[name @GB IE]</c> holds for these regions only, after the others. Lines that begin with <c>// </c> say nothing.
/// </summary>
internal sealed class LanguageFile
{
    private readonly List<(string Section, string Key, string Value)> _lines = [];
    private readonly List<string> _sections = [];

    private LanguageFile(string text, string region)
    {
        var section = "";
        var here = true;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("// ", StringComparison.Ordinal)))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                var parts = line[1..^1].Split('@');
                section = parts[0].Trim();
                _sections.Add(section);
                here = parts.Length == 1 || parts[1].Split(' ').Contains(region);
                continue;
            }

            var cut = line.IndexOf(' ');
            var entry = (section, cut < 0 ? line : line[..cut], cut < 0 ? "" : line[(cut + 1)..].Trim());
            if (here)
                _lines.Add(entry);
        }

    }

    /// <summary>Names of the sections.</summary>
    public IEnumerable<string> Sections => _sections.Distinct();

    /// <summary>Opens the file of a language; null where there is none.</summary>
    /// <param name="language">Primary language, lower case.</param>
    /// <param name="region">In capitals; empty for none.</param>
    public static LanguageFile? Open(string language, string region)
    {
        var assembly = typeof(LanguageFile).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Speech.{language}");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new LanguageFile(reader.ReadToEnd(), region);
    }

    /// <summary>The lines of a section in order; of those with the same key the last counts where a key may be there once.</summary>
    public IEnumerable<(string Key, string Value)> Lines(string section) =>
        _lines.Where(line => line.Section == section).Select(line => (line.Key, line.Value));
}
