namespace SoraFunctions.Pipeline.Shops.Publishing;

/// <summary>What a shop says of a video to those who can't see it.</summary>
internal static class AltText
{
    private const int Longest = 250;

    /// <summary>The product's name and what the shop says of it first, in the shop's own language.</summary>
    /// <param name="title">Its name.</param>
    /// <param name="description">What the shop says of it, a line for each paragraph.</param>
    public static string Of(string title, string description)
    {
        var said = description.Split('\n')[0];
        var alt = said.Length == 0 ? title : $"{title}. {said}";
        return alt.Length <= Longest ? alt : $"{alt[..(char.IsHighSurrogate(alt[Longest - 2]) ? Longest - 2 : Longest - 1)].TrimEnd()}…";
    }
}
