using SoraFunctions.Pipeline.Storyboards.Words;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>
/// Finds things and happenings that a prompt names and the vocabulary lacks, so that a warning can name what was left out. By position and
/// word ending only: words behind an article, a number or an adjective are things, words behind a thing are what it does.
/// </summary>
internal static class LeftOut
{
    private const string Describing = "adjective";

    /// <summary>Chinese words that end a name.</summary>
    private const string Particles = "的在和与从被把向着了是有对为上下里中里外前后边旁跟同也都就还到";

    private static readonly string[] _determiners =
        ["the", "this", "that", "these", "those", "its", "our", "my", "your", "his", "her", "their", "each", "every", "another"];

    private static readonly string[] _prepositions =
        ["with", "over", "across", "beside", "behind", "under", "through", "into", "onto", "around", "among", "above", "below", "inside", "near", "like", "of", "from"];

    private static readonly string[] _endingsOfNoThing =
        ["ly", "ful", "ous", "less", "able", "ible", "ive", "ness", "tion", "sion", "ity", "ance", "ence", "ism", "ment", "ing", "ed", "ship", "hood", "ics"];

    private static readonly Slot[] _describing = [Slot.Number, Slot.Colour, Slot.Matter, Slot.Size, Slot.Mood, Slot.Light, Slot.Pace];

    private static readonly Dictionary<string, string> _plain = EmbeddedTable.Rows("Storyboards.Data.plain-en.tsv")
        .SelectMany(row => row[0].Split(' ').Select(word => (Word: word, Kind: row[1])))
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Kind);

    /// <summary>The words, as the caller wrote them, in order.</summary>
    /// <param name="text">A prompt, its quotations taken out.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = Segmenter.Tokens(text);
        var found = new List<string>();
        var denied = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            denied = !tokens[i].Is(Slot.Break) && (denied || tokens[i].Is(Slot.Negation));
            if (denied)
            {
                continue;
            }

            if (tokens[i].Is(Slot.Order, "retract"))
            {
                found.Clear();
                continue;
            }

            if (tokens[i].Is(Slot.Measure) && i > 0 && tokens[i - 1].Is(Slot.Number) && Chinese(tokens, i, text) is { } name)
            {
                found.Add(name);
            }
            else if (IsUnknown(tokens[i]) && !(i + 1 < tokens.Count && tokens[i + 1].Text == "s"))
            {
                var end = RunEnd(tokens, i, text);
                var head = Head(tokens, i, end);
                var last = IsThing(tokens, i, head, text) ? head : IsHappening(tokens, i, end, text) ? end : -1;
                if (last >= 0)
                {
                    found.Add(text[tokens[i].Start..tokens[last].End]);
                }

                i = end;
            }
        }

        return found;
    }

    /// <summary>Whether a word describes or names nothing that is to be shown.</summary>
    public static bool IsPlain(string word) => _plain.ContainsKey(word) || _determiners.Contains(word) || _prepositions.Contains(word);

    private static bool IsUnknown(Token token) =>
        token.Senses.Count == 0 && token.Text.Length > 2 && !_plain.ContainsKey(token.Text) && !_determiners.Contains(token.Text) && !_prepositions.Contains(token.Text);

    private static int RunEnd(IReadOnlyList<Token> tokens, int start, string text)
    {
        var end = start;
        while (end + 1 < tokens.Count && IsUnknown(tokens[end + 1]) && IsAdjacent(tokens, end, text))
        {
            end++;
        }

        return end;
    }

    /// <summary>The last word of a run that may name a thing; one before its start for none.</summary>
    private static int Head(IReadOnlyList<Token> tokens, int start, int end)
    {
        var head = end;
        while (head >= start && Array.Exists(_endingsOfNoThing, ending => tokens[head].Text.EndsWith(ending, StringComparison.Ordinal)))
        {
            head--;
        }

        return head;
    }

    private static bool IsThing(IReadOnlyList<Token> tokens, int start, int end, string text)
    {
        if (IsName(tokens[start], text) || end < start)
        {
            return false;
        }

        // Before a thing that is known it only describes.
        var next = end + 1 < tokens.Count && IsAdjacent(tokens, end, text) ? tokens[end + 1] : null;
        return next?.Is(Slot.Subject) != true && next?.Is(Slot.Product) != true && next?.Is(Slot.Setting) != true && next?.Is(Slot.Quote) != true
            && (next?.Is(Slot.Deed) != true || next.Text.EndsWith('s'))
            && IsIntroduced(tokens, start);
    }

    private static bool IsIntroduced(IReadOnlyList<Token> tokens, int i)
    {
        var before = i - 1;
        while (before >= 0 && IsDescribing(tokens[before]))
        {
            before--;
        }

        return before >= 0 && (_determiners.Contains(tokens[before].Text) || _prepositions.Contains(tokens[before].Text)
            || Array.Exists(_describing, tokens[before].Is));
    }

    /// <summary>Whether a word that the vocabulary lacks only describes what comes after it.</summary>
    public static bool IsDescribing(Token token) => token.Senses.Count == 0
        && (_plain.GetValueOrDefault(token.Text) == Describing || token.Text.EndsWith("ing", StringComparison.Ordinal) || token.Text.EndsWith("ed", StringComparison.Ordinal));

    private static bool IsHappening(IReadOnlyList<Token> tokens, int start, int end, string text) =>
        start == end && start > 0 && IsAdjacent(tokens, start - 1, text) && !IsName(tokens[start], text)
        && (tokens[start - 1].Is(Slot.Subject) || tokens[start - 1].Is(Slot.Product))
        && (tokens[start].Text is [.., not ('s' or 'u' or 'i'), 's'] || tokens[start].Text.EndsWith("ing", StringComparison.Ordinal));

    private static bool IsAdjacent(IReadOnlyList<Token> tokens, int i, string text) =>
        text.AsSpan(tokens[i].End..tokens[i + 1].Start).Trim(" -").IsEmpty;

    /// <summary>Names of brands and people are written with a capital, and not shown anyway.</summary>
    private static bool IsName(Token token, string text) =>
        char.IsUpper(text[token.Start]) && text.AsSpan(0, token.Start).TrimEnd() is { IsEmpty: false } before && !".!?\n:".Contains(before[^1]);

    /// <summary>The name of what is counted, when no word of it is known.</summary>
    private static string? Chinese(IReadOnlyList<Token> tokens, int measure, string text)
    {
        var start = tokens[measure].End;
        var last = measure + 1 < tokens.Count ? tokens[measure + 1].Start : text.Length;
        var end = start;
        while (end < last && end - start < 6 && Pipeline.Words.Chinese.IsHan(text[end]) && !Particles.Contains(text[end]))
        {
            end++;
        }

        // 神秘的 describes what comes next.
        var describes = end < text.Length && (text[end] == '的' || (end == last && measure + 1 < tokens.Count && tokens[measure + 1].Is(Slot.Subject)));
        return end - start < 2 || describes ? null : text[start..end];
    }
}
