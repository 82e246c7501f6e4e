namespace SoraFunctions.Pipeline.Storyboards.Captions;

/// <summary>Cuts a seller's own sentences down to captions: at most eight words or fourteen Chinese characters, nothing invented.</summary>
internal static class ShortWords
{
    private const int MostWords = 8;
    private const int MostCharacters = 14;
    private const int FewestWords = 2;
    private const int FewestCharacters = 4;

    /// <summary>Words that a caption may not end with.</summary>
    private static readonly HashSet<string> _loose = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "and", "or", "of", "with", "for", "in", "on", "at", "to", "by", "from", "that", "which", "your", "our",
        "is", "are", "it", "its", "this", "as", "into", "plus", "&", "-", "but", "so", "than", "through", "very", "made", "has",
        "und", "mit", "der", "die", "das", "et", "de", "la", "le", "les", "des", "du", "y", "con", "el", "los", "las",
    };

    /// <summary>Words that a caption may not begin with.</summary>
    private static readonly HashSet<string> _dangling = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "but", "with", "for", "which", "that", "so", "plus", "of", "to", "by", "than", "as", "from", "while", "because", "then",
    };

    /// <summary>Words before which a sentence can be cut.</summary>
    private static readonly HashSet<string> _joints = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "with", "for", "that", "which", "so", "to", "from", "in", "on", "by", "while", "when", "because", "thanks", "made", "but", "at",
    };

    /// <summary>Sentences that sell nothing.</summary>
    private static readonly string[] _dull =
    [
        "shipping", "returns", "refund", "warranty", "contact us", "click", "http", "www.", "sku", "disclaimer", "please note", "size chart",
        "ingredients:", "customer service", "copyright", "add to cart", "配送", "退货", "退换", "客服", "包邮", "点击", "保修", "尺码表", "温馨提示", "注意事项", "货号",
    ];

    /// <summary>Short statements from a text, in its order; empty when it holds none.</summary>
    public static IReadOnlyList<string> From(string text) =>
    [
        .. Sentences(text)
            .Where(sentence => !_dull.Any(dull => sentence.Contains(dull, StringComparison.OrdinalIgnoreCase)))
            .Select(Shortened)
            .OfType<string>()
            .DistinctBy(caption => caption.ToLowerInvariant()),
    ];

    /// <summary>A title, cut at a good place when it is too long.</summary>
    public static string Title(string title)
    {
        var clean = title.ReplaceLineEndings(" ").Trim();
        if (Fits(clean))
        {
            return clean;
        }

        var head = clean.Split(['|', '\u2013', '\u2014', ',', '\uff0c', '(', '\uff08', ':', '\uff1a', '/'], 2)[0].Trim();
        return Fits(head) && Weight(head) >= 1 ? head : Cut(head);
    }

    /// <summary>Whether a text is short enough for a caption.</summary>
    public static bool Fits(string text) =>
        text.Any(Reading.IsWide) ? Weight(text) <= MostCharacters : Weight(text) <= MostWords;

    /// <summary>A text cut to fewer words; it ends where a phrase could.</summary>
    public static string Cut(string text)
    {
        if (text.Any(Reading.IsWide))
        {
            return CutCharacters(text);
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var joint = Enumerable.Range(FewestWords, Math.Max(0, Math.Min(words.Count, MostWords + 1) - FewestWords))
            .LastOrDefault(i => i < words.Count && _joints.Contains(words[i]));
        words = words[..Math.Min(words.Count, words.Count > MostWords && joint > FewestWords ? joint : MostWords)];
        while (words.Count > 1 && _loose.Contains(words[^1].Trim(',', ';', ':')))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words).TrimEnd(',', ';', ':', '-', '\u2013', '\u2014');
    }

    private static string? Shortened(string sentence)
    {
        var clean = sentence.Trim(' ', '-', '*', '\u2022', '\u00b7', '\t', '\u2013', '\u2014', ':', '\uff1a');
        var caption = Fits(clean) ? clean
            : clean.Split([',', '\uff0c', '\u3001', ';', '\uff1b', '\u2013', '\u2014'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault(part => Fits(part) && IsEnough(part) && !Dangles(part)) ?? Cut(clean);
        return IsEnough(caption) && Fits(caption) ? Capital(caption) : null;
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || text[i] is '\n' or '!' or '?' or '\u3002' or '\uff01' or '\uff1f' or ';' or '\uff1b' or '\u2022'
                || (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
            if (ends && i >= start)
            {
                if (text[start..i].Trim() is { Length: > 0 } sentence)
                {
                    yield return sentence;
                }

                start = i + 1;
            }
        }
    }

    private static string CutCharacters(string text)
    {
        var most = 0;
        while (most < text.Length && Weight(text[..(most + 1)]) <= MostCharacters)
        {
            most++;
        }

        var cut = text[..most];
        var end = cut.LastIndexOfAny([' ', '\u7684', '\u3001', '\uff0c', '\u4e0e', '\u548c', '\u00b7']);
        return (most < text.Length && end >= FewestCharacters ? cut[..end] : cut).Trim(' ', '\u3001', '\uff0c', '\u7684', '\u4e0e', '\u548c', '\u00b7');
    }

    private static bool IsEnough(string text) => Weight(text) >= (text.Any(Reading.IsWide) ? FewestCharacters : FewestWords);

    private static bool Dangles(string text) => _dangling.Contains(text.Split(' ')[0]);

    private static int Weight(string text) => text.Any(Reading.IsWide)
        ? text.Count(Reading.IsWide) + (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(word => (word.Count(c => char.IsAsciiLetterOrDigit(c)) + 1) / 2))
        : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
