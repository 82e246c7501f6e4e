namespace SoraFunctions.Media.Lettering;

/// <summary>Chooses faces for words: the brand's own where it has all their letters, else those that are installed.</summary>
/// <param name="language">BCP 47 tag, which decides between Chinese, Japanese and Korean shapes.</param>
/// <param name="brand">The brand's font; null for none.</param>
/// <param name="warnings">Told of words that a font can't set.</param>
internal sealed class Faces(string language, FontFile? brand, List<string> warnings)
{
    private readonly HashSet<string> _told = [];

    /// <summary>The face for words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="weight">Wanted weight; a brand's font has the one it has.</param>
    /// <param name="display">Whether the words are large.</param>
    public async Task<Face> For(string text, int weight, bool display = false)
    {
        var usual = await Installed(text, weight, display).ConfigureAwait(false);
        if (brand is null)
            return usual;
        var letters = AssText.Clean(text);
        var missing = WritingSystems.Clusters(letters).Where(cluster => !WritingSystems.IsEmoji(cluster))
            .SelectMany(cluster => cluster.EnumerateRunes()).FirstOrDefault(rune => rune.Value > ' ' && !brand.Advances.ContainsKey(rune.Value));
        if (missing.Value == 0)
            return new Face(new Typeface(brand.Family, brand.Weight), FontMetrics.Of(brand, usual.Metrics));
        if (_told.Add(usual.Name.Family))
            warnings.Add($"The brand's font has no '{missing}'; such words are set in {usual.Name.Family}.");
        return usual;
    }

    private async Task<Face> Installed(string text, int weight, bool display)
    {
        var name = Typeface.For(text, language, weight, display);
        var metrics = await FontMetrics.Of(name).ConfigureAwait(false);
        if (!metrics.Found && _told.Add(name.Family))
            warnings.Add($"The font '{name.Family}' isn't installed; words are set in another one, and may stand a little off.");
        var companion = Typeface.Companion(weight);
        return new Face(name, metrics)
        {
            Companion = name.Family.StartsWith("Noto", StringComparison.Ordinal) ? new Face(companion, await FontMetrics.Of(companion).ConfigureAwait(false)) : null,
        };
    }
}
