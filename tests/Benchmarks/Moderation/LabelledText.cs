using System.Globalization;

namespace SoraFunctions.Benchmarks.Moderation;

/// <summary>A text and what must be said of it.</summary>
/// <param name="Label"><c>ok</c>, or the category in kebab case.</param>
/// <param name="Language"><c>en</c> or <c>zh</c>.</param>
/// <param name="Kind">How it is written: plain, obfuscated, homoglyph, emoji, split, pinyin, look-alike, advertising.</param>
/// <param name="Text">It.</param>
internal sealed record LabelledText(string Label, string Language, string Kind, string Text)
{
    /// <summary>Whether it may be made.</summary>
    public bool IsBenign => Label == "ok";

    /// <summary>The texts of a tab-separated table with a header.</summary>
    /// <param name="file">Its name, beside the benchmark.</param>
    public static IReadOnlyList<LabelledText> In(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Moderation", file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t') is [var label, var language, var kind, var text]
            ? new LabelledText(label, language, kind, text)
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{file}: '{line}' has not four cells"))),
    ];
}
