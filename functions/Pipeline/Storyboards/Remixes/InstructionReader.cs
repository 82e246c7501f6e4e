using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Reads the words of a remix, wish by wish.</summary>
/// <param name="quoted">The words to show or speak.</param>
/// <param name="names">The shots that they name.</param>
internal sealed partial class InstructionReader(IReadOnlyList<string> quoted, ShotNames names)
{
    /// <summary>Clauses longer than this replace nothing: looking for it would take too long.</summary>
    private const int LongestReplacement = 400;

    private static readonly ChangeWord _likeShot = new("cannot", "no shot is made like another by words: say what it should show", "like another shot", false);

    /// <summary>The instructions in order.</summary>
    /// <param name="change">The caller's words.</param>
    /// <param name="board">What they speak of.</param>
    /// <param name="ids">Ids of the shots by the numbers that the caller knows them by.</param>
    public static Wishes Read(string change, Storyboard board, IReadOnlyList<string> ids)
    {
        var said = SaidWords.Of(change);
        var (corrected, warning) = Typos.Corrected(Half().Replace(Complaints.Answered(said.Text), "0.5 s"));
        var (names, text) = ShotNames.Of(corrected, board, ids);
        return new InstructionReader(said.Quoted, names).All(text) with { Warnings = warning is null ? [] : [warning] };
    }

    private Wishes All(string text)
    {
        var wishes = new Wishes();
        IReadOnlyList<string>? named = null;
        IReadOnlyList<string>? before = null;
        var holds = false;
        foreach (var (clause, begins, joined) in Clauses.Of(text))
        {
            var shots = names.In(clause, out var missing);
            holds = holds && !begins && shots is null;
            named = begins ? shots : shots ?? (holds || IsBare(clause) || (joined && !Verb().IsMatch(clause)) ? named : null);
            if (Empty(clause))
            {
                holds = shots is not null;
                wishes = missing is null ? wishes : wishes.Without(names.Original(clause).Trim(), missing.Value);
            }
            else
            {
                wishes = missing is { } number ? wishes.Without(names.Original(clause).Trim(), number) : wishes.With(Clause(clause, shots ?? named ?? (There().IsMatch(clause) ? before : null), shots is not null));
                before = shots ?? named ?? before;
            }
        }

        return wishes;
    }

    private Instruction Clause(string clause, IReadOnlyList<string>? shots, bool itself)
    {
        var bare = new string([.. clause.Select(c => ShotNames.IsName(c) ? ' ' : c)]);
        var ofMusic = Segmenter.Tokens(bare).Any(token => token.Is(Slot.Sound, "music"));
        var words = ChangeWords.Read(clause, ofMusic).Found;
        var replacement = Replaced(bare);
        var wanted = ChangeWords.Read(replacement?.To ?? bare, ofMusic).Left;
        var removes = replacement is null && words.Any(word => word.Kind == "remove");
        var (step, whole) = Understood(removes ? "no " + wanted : wanted);
        var tokens = Segmenter.Tokens(wanted);
        removes |= replacement is null && tokens.Any(token => token.Is(Slot.Negation)) && whole.Music is null && whole.Effects is null;
        var from = replacement is null ? (Instead().IsMatch(bare) && step.Subjects.Count > 0 ? new Step() : null) : Understood(ChangeWords.Read(replacement.Value.From, ofMusic).Left).Step;
        from = replacement is { From: var said } && string.IsNullOrWhiteSpace(said) && step.Subjects.Count == 0 ? null : from;
        var quotes = clause.Where(c => c is >= Segmenter.FirstQuotation and <= Segmenter.LastQuotation).Select(c => quoted[c - Segmenter.FirstQuotation]).ToList();
        var label = SaidWords.Label(bare);
        return new Instruction
        {
            Text = names.Original(Quoted(clause)).Trim(),
            Shots = shots,
            Step = ofMusic ? step with { Light = null } : step,
            IsOfMusic = ofMusic,
            Says = Attributes.In(wanted),
            Whole = whole,
            From = from,
            FromSays = replacement is null ? new Attributes() : Attributes.In(replacement.Value.From),
            Gone = removes ? Understood(NoDenial(wanted)).Step : null,
            Edits = Segmenter.Tokens(ChangeWords.Read(bare, ofMusic).Left).Select(token => token.As(Slot.Edit)?.Value).OfType<string>()
                .Where(edit => edit != "and" && !edit.StartsWith("language", StringComparison.Ordinal)).ToHashSet(),
            Words = [.. words.Where(word => word.Kind is not ("filler" or "degree")), .. Like().IsMatch(clause) ? new[] { _likeShot } : []],
            Label = label ?? (SaidWords.Price(bare) is null ? null : "price"),
            Quote = label is null or "price" && SaidWords.Price(bare) is { } price ? price : quotes.LastOrDefault(),
            OldQuote = quotes.Count == 2 && replacement is not null ? quotes[0] : null,
            IsOfShots = itself && removes && Nothing().IsMatch(NoDenial(wanted)),
            IsToLength = ToLength().IsMatch(bare),
            IsNewShot = NewShot().IsMatch(bare) && words.Any(word => word.Kind == "add"),
            IsIndefinite = Indefinite().IsMatch(bare),
            Unknown = removes || ofMusic || quotes.Count > 0 ? [] : LeftOut.Of(wanted),
        };
    }

    /// <summary>What makes way for what; null when nothing does.</summary>
    private (string To, string From)? Replaced(string text)
    {
        var normal = Segmenter.Normal(text);
        if (normal.Length > LongestReplacement)
        {
            return null;
        }

        var match = Replacement().Match(normal);
        if (!match.Success && Rather().Match(normal) is { Success: true } rather && Shares(rather.Groups["to"].Value, rather.Groups["from"].Value))
        {
            match = rather;
        }

        return match.Success ? (Part(text, match.Groups["to"]), Part(text, match.Groups["from"])) : null;
    }

    /// <summary>Whether two texts tell the same of a thing: "blue, not red".</summary>
    private bool Shares(string one, string other)
    {
        var (a, b) = (Understood(one).Step, Understood(other).Step);
        var (says, denies) = (Attributes.In(one), Attributes.In(other));
        return (a.Deed is not null && b.Deed is not null) || (a.Setting is not null && b.Setting is not null) || (says.Colour is not null && denies.Colour is not null)
            || (says.Number is not null && denies.Number is not null) || (says.Matter is not null && denies.Matter is not null);
    }

    private (Step Step, Brief Whole) Understood(string text)
    {
        var draft = new WholeDraft();
        var steps = new StepReader(text, quoted, draft, oneStep: true, Lexicon.BuiltIn).Steps();
        return (steps.Count > 0 ? steps[0] : new Step(), draft.Done([], false));
    }

    /// <summary>Whether a clause is politeness, or only names shots for those behind it.</summary>
    private static bool Empty(string clause) => ChangeWords.Read(clause, false) is var (left, found) && found.All(word => word.Kind is "filler" or "degree") && Nothing().IsMatch(left);

    // "..., warm light": without a verb it goes on about the shot before it.
    private bool IsBare(string clause) => !Verb().IsMatch(clause) && ChangeWords.Read(clause, false).Found.Count == 0
        && Understood(clause).Step is { Subjects.Count: 0, Deed: null, Setting: null };

    private string Quoted(string clause) => string.Concat(clause.Select(c => c is >= Segmenter.FirstQuotation and <= Segmenter.LastQuotation ? $"\"{quoted[c - Segmenter.FirstQuotation]}\"" : $"{c}"));

    private static string NoDenial(string text)
    {
        var rest = text.ToCharArray();
        foreach (var token in Segmenter.Tokens(text).Where(token => token.Is(Slot.Negation)))
        {
            Array.Fill(rest, ' ', token.Start, token.End - token.Start);
        }

        return new string(rest);
    }

    private static string Part(string text, Group group) => text.Substring(group.Index, group.Length);

    [GeneratedRegex(
        @"\b(?:replace|swap|switch|exchange|change|turn|convert)\b(?<from>.+?)\b(?:with|for|into|to|by)\b(?<to>.+)"
        + @"|\bsubstitute\b(?<to>.+?)\bfor\b(?<from>.+)"
        + @"|\b(?:instead\s+of|rather\s+than)\b(?<from>.+?)(?:\b(?:use|show|put|have|make\s+it|take|try)\b|[\u2026,:])(?<to>.+)"
        + @"|(?:\b(?:use|show|put)\b)?(?<to>.+?)\b(?:instead\s+of|rather\s+than|in\s+place\s+of)\b(?<from>.+)"
        + @"|\u7528(?<to>.+?)(?:\u4ee3\u66ff|\u66ff\u6362|\u53d6\u4ee3|\u66ff\u4ee3)(?<from>.+)"
        + @"|\u4e0d\u8981(?<from>.+?)(?:\u6539\u7528|\u6362\u6210|\u6539\u6210|\u800c\u8981|\u8981\u7528|\u7528)(?<to>.+)"
        + @"|[\u628a\u5c06]?(?<from>[^\u628a\u5c06]*?)(?:\u6362\u6210|\u6539\u6210|\u66ff\u6362\u6210|\u66ff\u6362\u4e3a|\u53d8\u6210|\u6539\u4e3a|\u6362\u4e3a|\u6362\u505a|\u53d8\u4e3a|\u6539\u7528)(?<to>.+)")]
    private static partial Regex Replacement();

    [GeneratedRegex(@"(?<to>.+?)(?:(?<!\b(?:do|does|should|must|can|will|is|are|may)\s)\bnot\b|\u800c\u4e0d\u662f|\u4e0d\u662f|\u4e0d\u8981|\u522b)(?<from>.+)")]
    private static partial Regex Rather();

    [GeneratedRegex(@"\binstead\b(?!\s+of)", RegexOptions.IgnoreCase)]
    private static partial Regex Instead();

    [GeneratedRegex(@"\b(?:a|an|another|one\s+more|new)\s+(?:\w+\s+)?(?:shot|scene|clip)\b|(?:\u4e00|\u65b0|\u52a0|\u6dfb\u52a0|\u589e\u52a0)\u4e2a?(?:\u65b0)?\u7684?(?:\u955c\u5934|\u753b\u9762|\u573a\u666f)|\u4e2a[^\uff0c]{0,12}\u7684\u955c\u5934", RegexOptions.IgnoreCase)]
    private static partial Regex NewShot();

    [GeneratedRegex(@"^(?:[\s\ue200-\ue27f:\uff1a]|\b(?:in|for|on|at|of|the|and)\b|[\u5728\u7684\u91cc\u4e2d\u4e0a])*$", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\b(?:there|in\s+it|in\s+that\s+one)\b|\u90a3\u91cc|\u5176\u4e2d", RegexOptions.IgnoreCase)]
    private static partial Regex There();

    [GeneratedRegex(@"\bto\s+[\d.]+\s*s|[\u5230\u4e3a\u81f3]\s*[\d.\u4e00-\u5341]+\s*\u79d2", RegexOptions.IgnoreCase)]
    private static partial Regex ToLength();

    [GeneratedRegex(@"\bhalf\s+a\s+sec(?:ond)?\b|\u534a\u79d2", RegexOptions.IgnoreCase)]
    private static partial Regex Half();

    [GeneratedRegex(@"(?<!\b(?:d|would|we|i)\s)\b(?:like|same\s+as|match(?:es|ing)?)\s+[\ue200-\ue27f]|[\u548c\u8ddf\u50cf]\s*[\ue200-\ue27f]\s*\u4e00\u6837", RegexOptions.IgnoreCase)]
    private static partial Regex Like();

    [GeneratedRegex(@"^\s*an?\s", RegexOptions.IgnoreCase)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"\b(?:make|set|change|turn|replace|use|let|have|give|should|must|is|are|wants?)\b|[\u628a\u5c06\u8ba9\u6539\u6362]", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();
}
