using System.Text;
using System.Text.RegularExpressions;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>CLIP's byte-pair encoding: lower case, words by a pattern, bytes, merges by rank.</summary>
public sealed partial class ClipTokeniser : ITokeniser
{
    internal const string EndOfWord = "</w>";
    private const string Start = "<|startoftext|>", End = "<|endoftext|>";

    private readonly ClipVocabulary _vocabulary;
    private readonly Dictionary<(string, string), int> _ranks = [];
    private readonly int _unknown;

    /// <param name="vocabulary">The vocabulary, with its start and end tokens.</param>
    /// <param name="pad">The id of the padding; null for the end token (Stable Diffusion 1; version 2 has "!", 0).</param>
    /// <exception cref="InvalidDataException">The vocabulary lacks the start or end token.</exception>
    public ClipTokeniser(ClipVocabulary vocabulary, int? pad = null)
    {
        _vocabulary = vocabulary;
        foreach (var (rank, merge) in vocabulary.Merges.Index())
            _ranks.TryAdd(merge, rank);
        if (!vocabulary.Ids.TryGetValue(Start, out var start) || !vocabulary.Ids.TryGetValue(End, out var end))
            throw new InvalidDataException($"the vocabulary lacks {Start} or {End}");
        _unknown = end;
        Specials = new([start], [end], pad ?? end);
    }

    /// <inheritdoc/>
    public SpecialTokens Specials { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Encode(string text)
    {
        var ids = new List<int>();
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)); // half characters become U+FFFD
        foreach (var part in Marks().Split(whole))
            if (part is Start or End)
                ids.Add(_vocabulary.Ids[part]);
            else
                foreach (var word in ClipWords.Of(Normal(part)))
                    Merge(ByteAlphabet.Spell(word), ids);
        return ids;
    }

    private static string Normal(string text) => TextSteps.LowerCase(Spaces().Replace(text.Normalize(NormalizationForm.FormC), " "));

    private void Merge(string word, List<int> ids)
    {
        var symbols = word.Select(letter => letter.ToString()).ToList();
        symbols[^1] += EndOfWord;
        while (Best(symbols) is { } best)
            for (var i = 0; i < symbols.Count - 1; i++)
                if (symbols[i] == best.Left && symbols[i + 1] == best.Right)
                {
                    symbols[i] += symbols[i + 1];
                    symbols.RemoveAt(i + 1);
                }
        ids.AddRange(symbols.Select(symbol => _vocabulary.Ids.TryGetValue(symbol, out var id) ? id : _unknown));
    }

    private (string Left, string Right)? Best(List<string> symbols)
    {
        (string, string)? best = null;
        var least = int.MaxValue;
        for (var i = 0; i < symbols.Count - 1; i++)
            if (_ranks.TryGetValue((symbols[i], symbols[i + 1]), out var rank) && rank < least)
                (best, least) = ((symbols[i], symbols[i + 1]), rank);
        return best;
    }

    [GeneratedRegex(@"(<\|startoftext\|>|<\|endoftext\|>)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
