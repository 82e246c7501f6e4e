using SoraFunctions.Pipeline.Tables;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>
/// A vocabulary: that of English and Chinese together, as the tables words-en.tsv and words-zh.tsv list it, or that of one more language, whose
/// table names what those two describe.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> _builtIn = new(() => new Lexicon());
    private static readonly string[] _languages = ["es", "fr", "de", "ja"];
    private static readonly Dictionary<string, Lazy<Lexicon>> _further = _languages.ToDictionary(language => language, language => new Lazy<Lexicon>(() => new Lexicon(language)));
    private static readonly Slot[] _nouns = [Slot.Subject, Slot.Unshowable, Slot.Elsewhere, Slot.Product, Slot.Setting];
    private readonly Dictionary<string, List<Sense>> _senses = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Value, bool Chinese), string> _names = [];

    private Lexicon()
    {
        foreach (var (table, chinese) in new[] { ("words-en", false), ("words-zh", true) })
        {
            foreach (var row in EmbeddedTable.Rows($"Storyboards.Data.{table}.tsv"))
            {
                Add(row, chinese);
            }
        }

        // Things are what they are in the first tables; these only name them in further languages.
        foreach (var row in EmbeddedTable.Rows("Storyboards.Data.words-more.tsv"))
        {
            Alias(row);
        }

        Longest = _senses.Keys.Max(word => word.Length);
    }

    private Lexicon(string language)
    {
        Language = language;
        foreach (var row in EmbeddedTable.Rows($"Storyboards.Data.words-{language}.tsv"))
        {
            var slot = Enum.Parse<Slot>(row[1].Replace("-", ""), ignoreCase: true);
            var sense = slot == Slot.Subject ? BuiltIn.Thing(row[2]) with { Plural = false } : new Sense(slot, row[2], Facts(row[3]));
            foreach (var word in row[0].Split('|').Select(Normal))
            {
                var senses = _senses.TryGetValue(word, out var known) ? known : _senses[word] = [];
                if (!senses.Any(other => other.Slot == slot))
                {
                    senses.Add(sense);
                }
            }
        }

        Longest = _senses.Keys.Max(word => word.Length);
    }

    /// <summary>The one of this assembly.</summary>
    public static Lexicon BuiltIn => _builtIn.Value;

    /// <summary>The further languages that there is a vocabulary of.</summary>
    public static IReadOnlyList<string> Further => _languages;

    /// <summary>The vocabulary of a further language.</summary>
    /// <param name="language">One of <see cref="Further"/>.</param>
    public static Lexicon Of(string language) => _further[language].Value;

    /// <summary>es, fr, de or ja; null for English and Chinese together.</summary>
    public string? Language { get; }

    /// <summary>A text as this vocabulary writes words; every character keeps its place.</summary>
    public string Normal(string text) => Language is null ? Segmenter.Normal(text) : Accents.Without(Segmenter.Normal(text));

    /// <summary>Length of the longest word in characters.</summary>
    public int Longest { get; }

    /// <summary>The meanings of a word; null when it is not listed.</summary>
    public IReadOnlyList<Sense>? Find(ReadOnlySpan<char> word) =>
        _senses.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var senses) ? senses : null;

    /// <summary>What a viewer of a language would call a thing of the tables.</summary>
    public string NameOf(string value, bool chinese) => _names.GetValueOrDefault((value, chinese), value);

    /// <summary>The meaning of a thing of the tables by its value.</summary>
    public Sense Thing(string value) =>
        _senses[_names[(value, false)].ToLowerInvariant()].First(sense => sense.Slot == Slot.Subject && sense.Value == value);

    private void Add(string[] row, bool chinese)
    {
        var slot = Enum.Parse<Slot>(row[1].Replace("-", ""), ignoreCase: true);
        var more = Facts(row[3]);
        var words = row[0].Split('|');
        if (slot == Slot.Subject)
        {
            _names.TryAdd((row[2], chinese), chinese ? words[0] : char.ToUpperInvariant(words[0][0]) + words[0][1..]);
        }

        foreach (var word in words.Select(Segmenter.Normal))
        {
            foreach (var (form, plural) in Forms(word, slot, chinese).DistinctBy(form => form.Word))
            {
                var senses = _senses.TryGetValue(form, out var known) ? known : _senses[form] = [];
                if (!senses.Any(sense => sense.Slot == slot))
                {
                    senses.Add(new Sense(slot, row[2], more, plural));
                }
            }
        }
    }

    private static Dictionary<string, string> Facts(string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=')).ToDictionary(fact => fact[0], fact => fact[1]);

    private void Alias(string[] row)
    {
        var sense = row[1] == "subject" ? Thing(row[2]) with { Plural = false } : new Sense(Enum.Parse<Slot>(row[1], ignoreCase: true), row[2], new Dictionary<string, string>());
        foreach (var word in row[0].Split('|').Select(Segmenter.Normal).Where(word => !_senses.ContainsKey(word)))
        {
            _senses[word] = [sense];
        }
    }

    private static IEnumerable<(string Word, bool Plural)> Forms(string word, Slot slot, bool chinese) => slot switch
    {
        _ when chinese => [(word, false)],
        _ when _nouns.Contains(slot) => Inflections.Noun(word).Select((form, i) => (form, i > 0)),
        Slot.Deed or Slot.Undoable when !word.Contains(' ') => Inflections.Verb(word).Select(form => (form, false)),
        Slot.Deed or Slot.Undoable => FirstInflected(word).Select(form => (form, false)),
        _ => [(word, false)],
    };

    private static IEnumerable<string> FirstInflected(string words)
    {
        var first = words.IndexOf(' ');
        return Inflections.Verb(words[..first]).Select(verb => verb + words[first..]).Prepend(words);
    }
}
