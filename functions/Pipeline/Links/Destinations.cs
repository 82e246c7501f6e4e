using System.Text.Json;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Links;

/// <summary>Where a link leads. Always to an address that its tenant has set: nothing that comes with a visit becomes part of it.</summary>
public static class Destinations
{
    /// <summary>The address for one who follows it.</summary>
    /// <param name="link">The link.</param>
    /// <param name="country">Where from, ISO 3166-1 code of two capitals; null when unknown.</param>
    /// <param name="languages">What he reads, BCP 47 tags, the best first.</param>
    public static string For(CommerceLinkRow link, string? country, IEnumerable<string> languages)
    {
        if (link.Alternatives is not { } text)
        {
            return link.Destination;
        }

        var read = languages.FirstOrDefault();
        return JsonSerializer.Deserialize(text, LinkJson.Default.IReadOnlyListLinkAlternative)!.FirstOrDefault(one =>
            (one.Countries.Count == 0 || (country is not null && one.Countries.Contains(country)))
            && (one.Languages.Count == 0 || (read is not null && one.Languages.Any(language => Covers(language, read)))))?.Destination
            ?? link.Destination;
    }

    // Basic filtering of RFC 4647: en covers en-GB.
    private static bool Covers(string range, string tag) =>
        tag.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (tag.Length == range.Length || tag[range.Length] == '-');
}
