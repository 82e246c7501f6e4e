using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Moderation.Rules;
using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Advertising;

/// <summary>The rules and words of advertising law that are built in.</summary>
internal sealed class AdLawBook
{
    private const string Folder = "Advertising.Data";
    private const string Field = "field";

    private static readonly Lazy<AdLawBook> _builtIn = new(() => new AdLawBook());

    private readonly AhoCorasick<Term> _patterns;
    private readonly Dictionary<string, AdTerm> _terms = [];
    private readonly List<AdTerm> _fields = [];

    private AdLawBook()
    {
        Rules = [.. EmbeddedTable.Rows($"{Folder}.rules.tsv").Select(row => new AdRule(
            row[0], row[1].Split(' '), Enum.Parse<AdOutcome>(row[2], ignoreCase: true), row[3], row[4], row[5], row[6]))];
        Version = EmbeddedTable.Version(Folder);
        var patterns = new List<(string, Term)>();
        foreach (var row in EmbeddedTable.Rows($"{Folder}.words.tsv"))
        {
            var term = new AdTerm(row[0], row[2], row[3]);
            if (row[1] == Field)
            {
                _fields.Add(term);
            }
            else
            {
                _terms.Add(term.Words, term);
                patterns.AddRange(Patterns(row, []));
            }
        }

        foreach (var row in EmbeddedTable.Rows($"{Folder}.contexts.tsv"))
        {
            patterns.AddRange(Patterns(row, Enum.GetValues<ModerationCategory>()));
        }

        _patterns = new AhoCorasick<Term>(patterns);
    }

    /// <summary>The one of this assembly.</summary>
    public static AdLawBook BuiltIn => _builtIn.Value;

    /// <summary>All rules.</summary>
    public IReadOnlyList<AdRule> Rules { get; }

    /// <summary>All topics that words are known of.</summary>
    public IReadOnlyCollection<string> Topics => [.. _terms.Values.Concat(_fields).Select(term => term.Topic).Distinct()];

    /// <summary>Changes when a rule or a word changes.</summary>
    public string Version { get; }

    /// <summary>What a text says that a rule speaks of: the first of each topic.</summary>
    /// <param name="text">A text and its field.</param>
    public IEnumerable<AdTerm> In(ModeratedText text) =>
        Matches.In(Reading.Of(text.Text, TornWords.None), _patterns).Select(hit => _terms[hit.Term.Rule])
            .Concat(_fields.Where(field => text.Field.EndsWith(field.Words, StringComparison.Ordinal)))
            .DistinctBy(term => term.Topic);

    private static IEnumerable<(string Pattern, Term Term)> Patterns(string[] row, IReadOnlyList<ModerationCategory> excuses)
    {
        var kind = Enum.Parse<TermKind>(row[1], ignoreCase: true);
        var term = new Term(row[0], kind, null, 0, default, excuses);
        return TermForms.Of(kind, Reading.Plain(row[0])).Distinct().Select(form => (form, term));
    }
}
