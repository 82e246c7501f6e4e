using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Advertising;

/// <summary>
/// Holds the words that will be seen and heard against the advertising law of the markets. Where an order names none, only what is refused
/// everywhere is refused; what a market of the storyboard's language would refuse is said in a warning.
/// </summary>
internal static class AdLaw
{
    /// <summary>Changes when a rule or a word changes.</summary>
    public static string Version => AdLawBook.BuiltIn.Version;

    /// <summary>Reviews a storyboard.</summary>
    /// <param name="storyboard">What will be shown.</param>
    /// <param name="markets">Where, by the names of <see cref="LabelTable"/>; null when the order does not say.</param>
    public static AdReview Review(Storyboard storyboard, IReadOnlyList<string>? markets)
    {
        var likely = markets ?? [.. LabelTable.Built.Names.Where(market => market == "cn" == IsChinese(storyboard))];
        var (refusals, warnings, lines) = (new List<string>(), new List<string>(), new List<AdRule>());
        foreach (var text in ModeratedTexts.Of(storyboard).Where(IsShown))
        {
            foreach (var (term, rule) in AdLawBook.BuiltIn.In(text).SelectMany(term => AdLawBook.BuiltIn.Rules.Where(rule => rule.Topic == term.Topic).Select(rule => (term, rule))))
            {
                string[] where = [.. rule.HoldsIn(likely)];
                var binds = markets is not null || rule.IsUniversal;
                if (where.Length == 0)
                {
                    continue;
                }

                switch (rule.Outcome)
                {
                    case AdOutcome.Refuse when binds:
                        refusals.Add(Said(text, term, rule, where, "may not be advertised with"));
                        break;
                    case AdOutcome.Refuse:
                        warnings.Add(Said(text, term, rule, where, "could not be advertised with") + " Name markets where it is not shown there.");
                        break;
                    case AdOutcome.Suggest when binds:
                        warnings.Add(Said(text, term, rule, where, "may be advertised with only under a condition"));
                        break;
                    case AdOutcome.Line when binds && !lines.Contains(rule):
                        lines.Add(rule);
                        break;
                }
            }
        }

        return new AdReview(WithLines(storyboard, lines, warnings), refusals, warnings);
    }

    private static bool IsChinese(Storyboard storyboard) => storyboard.Language.StartsWith("zh", StringComparison.Ordinal);

    // Names in the cast are for the script alone, and a legal line says what it has to.
    private static bool IsShown(ModeratedText text) =>
        !text.Field.StartsWith("storyboard.cast", StringComparison.Ordinal) && text.Field is not ("storyboard.title" or "storyboard.legal");

    private static string Said(ModeratedText text, AdTerm term, AdRule rule, string[] where, string verdict)
    {
        var what = text.Field.EndsWith(term.Words, StringComparison.Ordinal) ? "this" : $"'{term.Words}'";
        var instead = term.Instead.Length > 0 ? $", or say '{term.Instead}' instead" : "";
        return $"{text.Field} {verdict} {what} in {string.Join(", ", where)} ({rule.Law}): {rule.Remedy}{instead}.";
    }

    private static Storyboard WithLines(Storyboard storyboard, List<AdRule> rules, List<string> warnings)
    {
        var isChinese = IsChinese(storyboard);
        var legal = storyboard.Legal ?? "";

        // The longest first, since it may say what a shorter one says.
        foreach (var (line, rule) in rules.Select(rule => (Line: isChinese ? rule.Chinese : rule.English, rule)).OrderByDescending(one => one.Line.Length))
        {
            if (legal.Contains(line.TrimEnd('.', '。'), StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var longer = legal.Length == 0 ? line : isChinese ? legal + line : $"{legal} {line}";
            if (longer.Length > StoryboardRules.LongestLegal)
            {
                warnings.Add($"There is no room for the legal line '{line}', which {string.Join(", ", rule.Markets)} asks for ({rule.Law}): make legal shorter.");
            }
            else
            {
                legal = longer;
                warnings.Add($"Added to the legal line, as {string.Join(", ", rule.Markets)} asks for ({rule.Law}): '{line}'");
            }
        }

        return legal == (storyboard.Legal ?? "") ? storyboard : storyboard with { Legal = legal };
    }
}
