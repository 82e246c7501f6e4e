namespace SoraFunctions.Pipeline.Labels;

/// <summary>The labels of one video.</summary>
/// <param name="Markets">The rules that it has to meet.</param>
/// <param name="Words">What stands in the picture; empty for a clean copy.</param>
public sealed record LabelPlan(IReadOnlyList<MarketRule> Markets, string Words)
{
    /// <summary>The labels that markets ask for.</summary>
    /// <param name="markets">Names of markets; null for all.</param>
    /// <param name="language">BCP 47 tag of what is shown.</param>
    /// <param name="clean">Whether a copy without words in the picture was ordered and may be.</param>
    public static LabelPlan For(IReadOnlyList<string>? markets, string language, bool clean)
    {
        var rules = LabelTable.Built.Of(markets);
        var spoken = language.Split('-', '_')[0].ToLowerInvariant();
        var words = rules[0].Visible.Words;
        return new LabelPlan(rules, clean ? "" : words.GetValueOrDefault(spoken, words["en"]));
    }

    /// <summary>Names of the markets in which no copy without words in the picture may be handed over.</summary>
    public IReadOnlyList<string> ForbidClean => [.. Markets.Where(market => market.CleanCopy is null).Select(market => market.Name)];

    /// <summary>How long a record of a clean copy is kept: as long as the strictest asks.</summary>
    public int MonthsKept => Markets.Max(market => market.CleanCopy?.MonthsKept ?? 0);
}
