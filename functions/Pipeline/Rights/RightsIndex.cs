using System.Collections.Frozen;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Moderation.Rules;
using SoraFunctions.Pipeline.Moderation.Text;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>The confirmed works of the registry, found in texts under any of their names, through the disguises that the built-in lists are found through, and in copies of their pictures.</summary>
public sealed class RightsIndex
{
    /// <summary>Shortest word that is also looked for with its letters repeated.</summary>
    private const int ShortestSqueezed = 3;

    /// <summary>
    /// Bits of the hash in which a copy differs at most. Two products of one kind before the same ground have features as close as copies, but are not bright
    /// in the same places.
    /// </summary>
    private const int MostDifferent = 20;

    /// <summary>What a named holder's work weighs in the built-in lists.</summary>
    private const int Severity = 4;

    private readonly FrozenDictionary<string, RegisteredWork> _works;
    private readonly AhoCorasick<Term> _terms;
    private readonly TornWords _torn;
    private readonly IReadOnlyList<(RegisteredWork Work, PictureFingerprint Print)> _pictures;

    /// <summary>Builds it.</summary>
    /// <param name="holders">The registry; who was removed is passed over, and so is what is not confirmed.</param>
    public RightsIndex(IEnumerable<RightsHolderRow> holders)
    {
        ArgumentNullException.ThrowIfNull(holders);
        _works =
            (from holder in holders
             where holder.RemovedAt is null
             from work in RightsJson.Works(holder.Works)
             where work.Confirmed
             select new RegisteredWork(holder.Id, holder.Name, holder.Ask, holder.TenantId, work, RulesOf(work))).ToFrozenDictionary(work => work.Work.Id);
        var patterns = _works.Values.SelectMany(work => work.Work.Names.SelectMany(name => Patterns(work.Work.Id, name))).ToList();
        _terms = new AhoCorasick<Term>(patterns);
        _torn = new TornWords(patterns.SelectMany(pattern => pattern.Pattern.Split(' ')));
        _pictures =
        [
            .. from work in _works.Values
               from picture in work.Work.Pictures ?? []
               let print = picture.Fingerprint
               where print is not null
               select (work, print),
        ];
    }

    /// <summary>No works.</summary>
    public static RightsIndex Empty { get; } = new([]);

    /// <summary>All works.</summary>
    public IEnumerable<RegisteredWork> Works => _works.Values;

    /// <summary>A work by its id; null where it is not registered, or not any more.</summary>
    /// <param name="id">Of the work.</param>
    public RegisteredWork? Find(string id) => _works.GetValueOrDefault(id);

    /// <summary>The works that texts name, each once for each field.</summary>
    /// <param name="texts">Where to look.</param>
    public IReadOnlyList<FoundWork> Find(IEnumerable<ModeratedText> texts) => _works.Count == 0 ? [] :
    [
        .. from text in texts
           from id in Matches.In(Reading.Of(text.Text, _torn), _terms).Select(hit => hit.Term.Rule).Distinct()
           select new FoundWork(_works[id], text.Field),
    ];

    /// <summary>Whether works have pictures with which others are compared.</summary>
    public bool HasPictures => _pictures.Count > 0;

    /// <summary>The works of which a picture shows a copy.</summary>
    /// <param name="field">Where the picture came from.</param>
    /// <param name="print">Its fingerprint.</param>
    public IReadOnlyList<FoundWork> Find(string field, PictureFingerprint print) =>
    [
        .. _pictures.Where(one => print.IsCopyOf(one.Print) && print.DistanceTo(one.Print) <= MostDifferent)
            .Select(one => one.Work).Distinct().Select(work => new FoundWork(work, field)),
    ];

    /// <summary>Whether a name has something to be found by: letters of which a text could hold a word.</summary>
    /// <param name="name">A name.</param>
    internal static bool IsFindable(string name)
    {
        var plain = Reading.Plain(name);
        return plain.Any(Chinese.IsHan) ? plain.Length >= 2 : plain.Count(char.IsLetterOrDigit) >= ShortestSqueezed;
    }

    private static IEnumerable<(string Pattern, Term Term)> Patterns(string id, string name)
    {
        // A sign before the first letter reads as a gap, which no text begins with.
        var plain = Reading.Plain(name).Trim();
        var kind = plain.Any(Chinese.IsHan) ? TermKind.Han : TermKind.Name;
        var term = new Term(id, kind, ModerationCategory.ProtectedCharacter, Severity, default, []);
        foreach (var form in TermForms.Of(kind, plain).Concat(kind == TermKind.Han ? Pinyin.Of(plain) : []).Where(form => form.Length > 0).Distinct())
        {
            yield return (form, term);
            var squeezed = Repeats.Squeeze(form, 1);
            if (!form.Contains(' ') && squeezed.Length >= ShortestSqueezed)
            {
                yield return (Reading.Squeezed + squeezed, term);
            }
        }
    }

    /// <summary>What of the built-in lists the names of a work meet.</summary>
    private static FrozenSet<string> RulesOf(RightsWork work) => work.Names
        .SelectMany(name => Matches.In(Reading.Of(name, RuleBook.BuiltIn.Torn), RuleBook.BuiltIn.Terms))
        .Where(hit => hit.Term.Category == ModerationCategory.ProtectedCharacter)
        .Select(hit => hit.Term.Rule)
        .ToFrozenSet();
}
