using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Storyboards.Chapters;

/// <summary>Tells who says the lines of a story: by the verb of saying beside them, else in turn with whom they talk to.</summary>
/// <param name="text">The whole story: who is named again and again is a name.</param>
internal sealed partial class Speakers(string text)
{
    private const int LongestName = 3;
    private readonly List<string> _known = [];

    /// <summary>Everyone who speaks, in the order of their first lines.</summary>
    public IReadOnlyList<string> Known => _known;

    /// <summary>Who says the line in a sentence; null when nobody was named up to now.</summary>
    /// <param name="words">The sentence, the line as one private character.</param>
    public string? Of(string words)
    {
        var name = English(words) ?? Chinese(words) ?? Other();
        if (name is not null)
        {
            _known.Remove(name);
            _known.Add(name);
        }

        return name;
    }

    // Whoever spoke last but one answers, where two talk.
    private string? Other() => _known.Count switch { 0 => null, 1 => _known[0], var count => _known[count - 2] };

    private string? English(string words)
    {
        var match = SaidBefore().Match(words);
        match = match.Success ? match : SaidAfter().Match(words);
        return match.Success ? match.Groups["name"].Value : null;
    }

    private string? Chinese(string words)
    {
        foreach (Match match in SaidInChinese().Matches(words))
        {
            var clause = match.Groups["who"].Value;
            for (var length = Math.Min(LongestName, clause.Length); length >= 2; length--)
            {
                var name = clause[..length];
                if (Times(name) >= 2 && (length == 2 || Times(name) == Times(name[..2])) && !Pronouns().IsMatch(name))
                {
                    return name;
                }
            }
        }

        return null;
    }

    private int Times(string name)
    {
        var times = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            times++;
        }

        return times;
    }

    [GeneratedRegex(@"[\ue000-\ue0ff]\s*,?\s*(?:said|asked|replied|answered|whispered|shouted|cried|called|muttered|murmured|added|began)\s+(?:the\s+|old\s+|Mr\.?\s+|Mrs\.?\s+|Miss\s+)?(?<name>[A-Z][a-z]+)")]
    private static partial Regex SaidBefore();

    [GeneratedRegex(@"(?<name>(?!He\b|She\b|They\b|It\b|I\b|We\b|You\b|Then\b|And\b|But\b)[A-Z][a-z]+)\s+(?:\w+ly\s+)?(?:said|says|asked|asks|replied|answered|whispered|shouted|cried|called|muttered|murmured|added|began)\b")]
    private static partial Regex SaidAfter();

    [GeneratedRegex(@"(?<=^|[\s\uff0c\u3002,\ue000-\ue0ff])(?<who>[\u4e00-\u9fff]{2,8}?)(?:\u8bf4\u9053|\u95ee\u9053|\u7b54\u9053|\u558a\u9053|\u7b11\u9053|\u53eb\u9053|\u56de\u7b54|\u8bf4|\u95ee|\u9053|\u7b54|\u558a)")]
    private static partial Regex SaidInChinese();

    [GeneratedRegex(@"^[\u4ed6\u5979\u5b83\u6211\u4f60]|^(?:\u4f46\u662f|\u7136\u540e|\u8fd9\u65f6|\u7a81\u7136|\u6709\u4eba)")]
    private static partial Regex Pronouns();
}
