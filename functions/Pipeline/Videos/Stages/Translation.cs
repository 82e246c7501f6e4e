namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>A remix that speaks another language than the video that it is made from.</summary>
/// <param name="From">BCP 47 tag of that video's language.</param>
/// <param name="To">BCP 47 tag of its own.</param>
public sealed record Translation(string From, string To)
{
    /// <summary>The translation from one language to another; null where they are one, in whatever country.</summary>
    /// <param name="from">BCP 47 tag; null where it is not known.</param>
    /// <param name="to">BCP 47 tag.</param>
    public static Translation? Between(string? from, string to) =>
        from is null || LanguageOf(from).Equals(LanguageOf(to), StringComparison.OrdinalIgnoreCase) ? null : new(from, to);

    private static string LanguageOf(string tag) => tag.Split('-', '_')[0];
}
