using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Reads the words of a remix, clause by clause.</summary>
internal static partial class InstructionReader
{
    /// <summary>Clauses longer than this replace nothing: looking for it would take too long.</summary>
    private const int LongestReplacement = 400;

    private static readonly string[] _ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>The instructions in order.</summary>
    /// <param name="change">The caller's words.</param>
    /// <param name="shots">The shots that they may name.</param>
    public static IReadOnlyList<Instruction> Read(string change, IReadOnlyList<Shot> shots)
    {
        var quotations = Quotations.Of(change);
        return
        [
            .. ClauseEnd().Split(quotations.Text)
                .Where(clause => clause.Trim().Length > 0)
                .Select(clause => Clause(clause, quotations.Quoted, shots)),
        ];
    }

    private static Instruction Clause(string clause, IReadOnlyList<string> quoted, IReadOnlyList<Shot> shots)
    {
        var normal = Segmenter.Normal(clause);
        var named = NamedShot().Match(normal);
        var shot = named.Success ? Index(named, shots) : null;
        var rest = named.Success ? string.Concat(clause.AsSpan(0, named.Index), new string(' ', named.Length), clause.AsSpan(named.Index + named.Length)) : clause;
        var replacement = Replacement().Match(rest.Length <= LongestReplacement ? Segmenter.Normal(rest) : "");
        var wanted = replacement.Success ? Part(rest, replacement.Groups["to"]) : rest;
        var (step, whole) = Understood(wanted, quoted);
        var tokens = Segmenter.Tokens(rest);
        return new Instruction
        {
            Text = clause.Trim(),
            Shot = shot,
            Step = step,
            Whole = whole,
            From = replacement.Success ? Understood(Part(rest, replacement.Groups["from"]), quoted).Step : null,
            Edits = tokens.Select(token => token.As(Slot.Edit)?.Value).OfType<string>().ToHashSet(),
            Removes = !replacement.Success && tokens.Any(token => token.Is(Slot.Negation)),
        };
    }

    private static (Step Step, Brief Whole) Understood(string text, IReadOnlyList<string> quoted)
    {
        var draft = new WholeDraft();
        var steps = new StepReader(text, quoted, draft, oneStep: true, Lexicon.BuiltIn).Steps();
        return (steps.Count > 0 ? steps[0] : new Step(), draft.Done([], false));
    }

    private static string Part(string text, Group group) => text.Substring(group.Index, group.Length);

    private static int? Index(Match named, IReadOnlyList<Shot> shots)
    {
        var word = named.Groups["word"].Value;
        var number = named.Groups["number"].Value;
        var index = word switch
        {
            "last" or "final" or "closing" or "ending" or "\u6700\u540e" or "\u7ed3\u5c3e" => shots.Count - 1,
            "opening" or "\u5f00\u5934" or "\u5f00\u573a" => 0,
            "" when int.TryParse(number, out var digits) => digits - 1,
            "" => Numerals.At(number, 0).Value - 1,
            _ => Array.IndexOf(_ordinals, word),
        };
        return index >= 0 && index < shots.Count ? index : null;
    }

    [GeneratedRegex(@"[,;!?\n\uff0c\u3002\uff1b\uff01\uff1f]|(?<!\d)\.|\.(?!\d)|\bthen\b|\u7136\u540e")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(
        @"\b(?:the\s+)?(?<word>first|second|third|fourth|fifth|sixth|last|final|closing|ending|opening)\s+(?:shot|scene|clip)\b"
        + @"|\b(?:shot|scene|clip)\s*(?:number\s*)?(?<number>\d{1,2})\b"
        + @"|\u7b2c\s*(?<number>\d{1,2}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3})\s*\u4e2a?(?:\u955c\u5934|\u955c|\u5e55|\u753b\u9762|\u5206\u955c|\u573a\u666f)"
        + @"|(?:\u955c\u5934|\u5206\u955c)\s*(?<number>\d{1,2}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3})(?!\u955c)"
        + @"|(?<word>\u6700\u540e|\u7ed3\u5c3e|\u5f00\u5934|\u5f00\u573a)\u7684?(?:\u4e00\u4e2a|\u4e00)?(?:\u955c\u5934|\u955c|\u5e55|\u753b\u9762|\u573a\u666f)")]
    private static partial Regex NamedShot();

    [GeneratedRegex(
        @"\b(?:replace|swap|exchange|substitute|change|turn)\b(?<from>.+?)\b(?:with|for|into|to|by)\b(?<to>.+)"
        + @"|(?:\b(?:use|show|put)\b)?(?<to>.+?)\binstead\s+of\b(?<from>.+)"
        + @"|\u7528(?<to>.+?)(?:\u4ee3\u66ff|\u66ff\u6362|\u53d6\u4ee3)(?<from>.+)"
        + @"|[\u628a\u5c06]?(?<from>[^\u628a\u5c06]*?)(?:\u6362\u6210|\u6539\u6210|\u66ff\u6362\u6210|\u66ff\u6362\u4e3a|\u53d8\u6210|\u6539\u4e3a|\u6362\u4e3a|\u6362\u505a)(?<to>.+)")]
    private static partial Regex Replacement();
}
