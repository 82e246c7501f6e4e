using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Pipeline.Tests.Channels;

public sealed class ChannelTableTests
{
    private static readonly string _built = Encoding.UTF8.GetString(Resource());

    [Theory]
    [InlineData("tiktok", "tiktok-ad")]
    [InlineData("youtube", "youtube-16x9")]
    [InlineData("instagram-feed", "instagram-feed-4x5")]
    [InlineData("web", "web")]
    [InlineData("square", "square")]
    public void An_older_name_of_a_channel_still_finds_it(string older, string name) => Assert.Equal(name, ChannelProfile.Find(older)!.Name);

    [Fact]
    public void Every_group_of_figures_names_a_source_with_a_date() => Assert.All(
        ChannelProfile.All,
        channel => Assert.All(ChannelRules.Groups, group => Assert.Matches(@"^\d{4}-\d{2}$", ChannelTable.Built.Sources[channel.Sources[group]].Date)));

    [Fact]
    public void A_post_for_its_owner_has_nothing_of_a_brand_burnt_in() => Assert.Empty(ChannelProfile.Find("tiktok-organic-clean")!.BurntIn);

    [Theory]
    [InlineData("frame", """{"width":1281,"height":720,"rate":30}""", "web.frame must be even sides of 256 to 1920")]
    [InlineData("frame", """{"width":1280,"height":720,"rate":25}""", "web.frame.rate must be 30")]
    [InlineData("seconds", """{"least":9,"most":6}""", "web.seconds must be 1 to 3600, the least first")]
    [InlineData("safe_zone", """{"left":0.4,"top":0,"right":0.4,"bottom":0}""", "web.safe_zone must be margins")]
    [InlineData("name", "\"tiktok\"", "The name 'tiktok' is given twice")]
    [InlineData("loop_seconds", "9", "web.loop_seconds must be 0 to 2")]
    [InlineData("labels", """["c2pa"]""", "web.labels must be aigc-metadata and c2pa")]
    [InlineData("sources", """{"frame":"hearsay"}""", "web.sources must be")]
    [InlineData("burnt_in", """["smell"]""", "not well formed")]
    [InlineData("colour", "1", "not well formed")]
    public void A_table_that_breaks_a_rule_is_refused_by_name(string field, string value, string told)
    {
        var document = JsonNode.Parse(_built)!;
        document["channels"]![0]![field] = JsonNode.Parse(value);

        var refusal = Assert.Throws<InvalidDataException>(() => ChannelTable.Read(Encoding.UTF8.GetBytes(document.ToJsonString())));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_leaves_a_figure_out_is_refused()
    {
        var document = JsonNode.Parse(_built)!;
        document["channels"]![0]!.AsObject().Remove("safe_zone");

        Assert.Throws<InvalidDataException>(() => ChannelTable.Read(Encoding.UTF8.GetBytes(document.ToJsonString())));
    }

    [Fact]
    public void The_document_lists_every_channel_as_it_is()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "docs", "channels.md"));

        Assert.All(ChannelProfile.All, channel => Assert.Contains(RowOf(channel), lines));
        Assert.Equal(ChannelProfile.All.Count, lines.Count(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Count(c => c == '|') == 9) - 1);
        Assert.All(ChannelTable.Built.Sources, source => Assert.Contains($"- {source.Key} ({source.Value.Date}): {source.Value.Title}", lines));
    }

    private static string RowOf(ChannelProfile channel)
    {
        var (zone, file) = (channel.SafeZone, channel.File);
        string Percent(double part) => (part * 100).ToString("0.#", CultureInfo.InvariantCulture);
        string[] limits =
        [
            .. file.LeastBitRate is { } least ? [$"from {least / 1000} kbit/s"] : Array.Empty<string>(),
            .. file.MostBitRate is { } most ? [$"to {most / 1000} kbit/s"] : Array.Empty<string>(),
            .. file.MostBytes is { } bytes ? [$"{bytes / 1_000_000} MB"] : Array.Empty<string>(),
        ];
        string[] plays = [.. channel.Sound.StartsMuted ? ["muted"] : Array.Empty<string>(), .. channel.LoopSeconds > 0 ? ["round and round"] : Array.Empty<string>()];
        var burnt = channel.BurntIn.Count == 0 ? "nothing" : string.Join(", ", channel.BurntIn.Select(what => what == BurntIn.CallToAction ? "call to action" : $"{what}".ToLowerInvariant()));
        var sources = string.Join(", ", ChannelRules.Groups.Select(group => channel.Sources[group]).Distinct());
        return string.Create(CultureInfo.InvariantCulture, $"| {string.Join(", ", channel.Aliases.Prepend(channel.Name))} | {channel.Size} | {channel.Seconds.Least}-{channel.Seconds.Most} s | {Percent(zone.Left)}, {Percent(zone.Top)}, {Percent(zone.Right)}, {Percent(zone.Bottom)} % | {(limits.Length == 0 ? "-" : string.Join(", ", limits))} | {burnt} | {(plays.Length == 0 ? "with sound" : string.Join(", ", plays))} | {sources} |");
    }

    private static byte[] Resource()
    {
        using var stream = typeof(ChannelTable).Assembly.GetManifestResourceStream("SoraFunctions.Pipeline.Channels.Data.channels.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SoraFunctions.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
