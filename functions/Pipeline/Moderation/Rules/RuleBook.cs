using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Tables;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>The lists that are built in, ready for matching.</summary>
internal sealed class RuleBook
{
    private const string Folder = "Moderation.Data";

    /// <summary>Shortest squeezed word that still says something.</summary>
    private const int ShortestSqueezed = 3;

    /// <summary>Shortest sequence of words that is looked for as one word.</summary>
    private const int ShortestTogether = 8;

    private static readonly Lazy<RuleBook> _builtIn = new(() => new RuleBook());

    private RuleBook()
    {
        var patterns = EmbeddedTable.In(Folder).Where(name => name.Contains(".terms-", StringComparison.Ordinal)).SelectMany(Patterns)
            .Concat(EmbeddedTable.In(Folder).Where(name => name.Contains(".concepts-", StringComparison.Ordinal)).SelectMany(ConceptWords.Patterns))
            .Concat(PublicFigures.Patterns()).ToList();
        Terms = new AhoCorasick<Term>(patterns);
        // Two words that are a term of their own are read as that, with what excuses it: "white power bank".
        var told = patterns.Where(pattern => pattern.Pattern.Contains(' ')).Select(pattern => pattern.Pattern.Replace(" ", "")).ToHashSet();
        Torn = new TornWords(patterns.Where(pattern => pattern.Term.Category is not null).SelectMany(pattern => pattern.Pattern.Split(' ')).Where(word => !told.Contains(word)));
        Scenes =
        [
            .. from row in EmbeddedTable.Rows($"{Folder}.scenes.tsv")
               let parts = Scene.PartsOf(row[1])
               select new Scene(
                   row[0], parts.Parts, parts.Ordered, Number(row[2]), Number(row[3]), ConceptSet.Of(row[4]), CategoryOf(row[5]), Number(row[6])),
        ];
        Remedies = EmbeddedTable.Rows($"{Folder}.remedies.tsv").ToDictionary(row => CategoryOf(row[0]), row => row[1]);
        Version = EmbeddedTable.Version(Folder);
    }

    /// <summary>The one of this assembly.</summary>
    public static RuleBook BuiltIn => _builtIn.Value;

    /// <summary>All terms.</summary>
    public AhoCorasick<Term> Terms { get; }

    /// <summary>Their words, for when they are torn.</summary>
    public TornWords Torn { get; }

    /// <summary>What is worse together.</summary>
    public IReadOnlyList<Scene> Scenes { get; }

    /// <summary>What a caller can do, by category.</summary>
    public IReadOnlyDictionary<ModerationCategory, string> Remedies { get; }

    /// <summary>Changes when any list changes.</summary>
    public string Version { get; }

    private static IEnumerable<(string Pattern, Term Term)> Patterns(string table)
    {
        foreach (var row in EmbeddedTable.Rows(table))
        {
            foreach (var words in Alternatives.Of(row[0]))
            {
                var term = new Term(
                    RuleName(table, words),
                    Enum.Parse<TermKind>(row[1], ignoreCase: true),
                    row[2].Length == 0 ? null : CategoryOf(row[2]),
                    row[3].Length == 0 ? 0 : Number(row[3]),
                    ConceptSet.Of(row[4]),
                    [.. row[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Categories)])
                {
                    Remedy = row[2] == "protected-character" && RightsHolders.Of(words) is { } known
                        ? $"Remove what belongs to {known.Holder}. Whoever wants to show it has to ask there first: {known.Ask}"
                        : null,
                };
                foreach (var pattern in TermForms.Of(term.Kind, Reading.Plain(words)).SelectMany(form => Together(form, term)).Concat(InPinyin(term, words)).Distinct())
                {
                    yield return (pattern, term);
                    var squeezed = Repeats.Squeeze(pattern, 1);
                    if (!term.IsContext && !pattern.Contains(' ') && squeezed.Length >= ShortestSqueezed)
                    {
                        yield return (Reading.Squeezed + squeezed, term);
                    }
                }
            }
        }
    }

    // Several words are also written as one: in hashtags, and where letters are spelled apart.
    private static string[] Together(string form, Term term) =>
        term.Category is not null && form.Contains(' ') && form.Replace(" ", "") is { Length: >= ShortestTogether } one ? [form, one] : [form];

    private static IEnumerable<string> InPinyin(Term term, string words) =>
        term is { Kind: TermKind.Han, Category: not null, Severity: >= 4 } ? Pinyin.Of(Reading.Plain(words)) : [];

    private static IEnumerable<ModerationCategory> Categories(string name) =>
        name == "all" ? Enum.GetValues<ModerationCategory>() : [CategoryOf(name)];

    private static ModerationCategory CategoryOf(string name) =>
        Enum.Parse<ModerationCategory>(name.Replace("-", ""), ignoreCase: true);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string RuleName(string table, string words) =>
        $"{table[(Folder.Length + ".terms-".Length)..^".tsv".Length]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..6]}";
}
