using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Provenance.Labels;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>What the table of labels must keep to.</summary>
internal static partial class LabelRules
{
    /// <summary>The groups of rules that each need a source.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["visible", "marks", "clean_copy"];

    /// <summary>Everything that is wrong; empty when all is well.</summary>
    public static IReadOnlyList<string> Check(LabelTable table)
    {
        var channels = ChannelProfile.All.Select(channel => channel.Name).ToHashSet();
        return
        [
            .. table.Markets.Count == 0 ? ["There is no market."] : Array.Empty<string>(),
            .. table.Names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"The market '{same.Key}' is given twice."),
            .. table.Sources.Where(source => !Date().IsMatch(source.Value.Date) || source.Value.Title.Length == 0)
                .Select(source => $"The source '{source.Key}' needs a title and a date as year and month."),
            .. table.Markets.SelectMany(market => Faults(market, table)),
            .. table.Platforms.Where(flag => flag.Field.Length == 0 || flag.Value.Length == 0 || !table.Sources.ContainsKey(flag.Source))
                .Select(flag => $"{flag.Name} must have a field, a value and a source of {string.Join(", ", table.Sources.Keys)}."),
            .. table.Platforms.SelectMany(flag => flag.Channels.Where(name => !channels.Contains(name)).Select(name => $"{flag.Name}: there is no channel '{name}'.")),
        ];
    }

    private static IEnumerable<string> Faults(MarketRule market, LabelTable table)
    {
        (bool Well, string Field, string Accepted)[] rules =
        [
            (Name().IsMatch(market.Name), "name", "1 to 32 characters a-z, 0-9 and hyphen"),
            (Date().IsMatch(market.Since), "since", "year and month"),
            (market.Visible.LeastHeight is > 0 and <= 0.1, "visible.least_height", "over 0 to 0.1"),
            (market.Visible.LeastSeconds is > 0 and <= 60, "visible.least_seconds", "over 0 to 60"),
            (market.Visible.Words.TryGetValue("en", out var words) && words.Length > 0, "visible.words", "words by language, en at least"),
            (market.Visible.LeastHeight <= VisibleLabel.SmallestHeightShare && market.Visible.LeastSeconds <= VisibleLabel.ShortestDuration.TotalSeconds,
                "visible", $"at most {VisibleLabel.SmallestHeightShare} and {VisibleLabel.ShortestDuration.TotalSeconds} seconds, which is what cuts keep to"),
            (market.CleanCopy is not { MonthsKept: < 1 or > 240 }, "clean_copy.months_kept", "1 to 240"),
            (Groups.Order().SequenceEqual(market.Sources.Keys.Order()), "sources", $"exactly {string.Join(", ", Groups)}"),
            (market.Sources.Values.All(table.Sources.ContainsKey), "sources", $"names of {string.Join(", ", table.Sources.Keys)}"),
        ];
        return rules.Where(rule => !rule.Well).Select(rule => $"{market.Name}.{rule.Field} must be {rule.Accepted}.");
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,32}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{4}-\d{2}\z")]
    private static partial Regex Date();
}
