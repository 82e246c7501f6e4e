using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Channels;

/// <summary>What the table of channels must keep to.</summary>
internal static partial class ChannelRules
{
    /// <summary>The groups of figures that each need a source.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["frame", "seconds", "file", "safe_zone", "sound", "burnt_in", "labels", "playback"];

    /// <summary>Everything that is wrong; empty when all is well.</summary>
    public static IReadOnlyList<string> Check(ChannelTable table)
    {
        var names = table.Channels.SelectMany(channel => channel.Aliases.Prepend(channel.Name)).ToList();
        return
        [
            .. table.Channels.Count == 0 ? ["There is no channel."] : Array.Empty<string>(),
            .. names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"The name '{same.Key}' is given twice."),
            .. names.Where(name => !Name().IsMatch(name)).Select(name => $"'{name}' is no name of 1 to 32 characters a-z, 0-9 and hyphen."),
            .. table.Sources.Where(source => !Date().IsMatch(source.Value.Date) || source.Value.Title.Length == 0)
                .Select(source => $"The source '{source.Key}' needs a title and a date as year and month."),
            .. table.Channels.SelectMany(channel => Faults(channel, table)),
        ];
    }

    private static IEnumerable<string> Faults(ChannelProfile channel, ChannelTable table)
    {
        var (frame, zone, file, sound) = (channel.Frame, channel.SafeZone, channel.File, channel.Sound);
        (bool Well, string Field, string Accepted)[] rules =
        [
            (IsSide(frame.Width) && IsSide(frame.Height), "frame", "even sides of 256 to 1920"),
            (frame.Rate == 30, "frame.rate", "30, in which lengths of shots are whole"),
            (channel.Seconds is { Least: >= 1, Most: <= 3600 } && channel.Seconds.Least <= channel.Seconds.Most, "seconds", "1 to 3600, the least first"),
            (file.Codecs.Count > 0 && file.Codecs[0] == "h264", "file.codecs", "h264 first, which is made"),
            (file.LeastBitRate is not <= 0 && file.MostBitRate is not < 200_000 && !(file.LeastBitRate >= file.MostBitRate), "file", "bit rates in order, 200000 and more"),
            (file.MostBytes is not < 1_000_000, "file.most_bytes", "1000000 and more"),
            (Math.Min(Math.Min(zone.Left, zone.Right), Math.Min(zone.Top, zone.Bottom)) >= 0 && zone.Left + zone.Right <= 0.6 && zone.Top + zone.Bottom <= 0.7, "safe_zone", "margins that leave 40 % of the width and 30 % of the height"),
            (sound.Loudness is >= -30 and <= -9 && sound.TruePeak is >= -9 and <= 0, "sound", "-30 to -9 LUFS and -9 to 0 dBTP"),
            (sound.Has || sound.StartsMuted, "sound.starts_muted", "true for a file without sound"),
            (channel.LoopSeconds is >= 0 and <= 2, "loop_seconds", "0 to 2"),
            (channel.Labels.Contains(DueLabel.AigcMetadata) && channel.Labels.Contains(DueLabel.C2pa), "labels", "aigc-metadata and c2pa at least"),
            (Groups.Order().SequenceEqual(channel.Sources.Keys.Order()), "sources", $"exactly {string.Join(", ", Groups)}"),
            (channel.Sources.Values.All(table.Sources.ContainsKey), "sources", $"names of {string.Join(", ", table.Sources.Keys)}"),
        ];
        return rules.Where(rule => !rule.Well).Select(rule => $"{channel.Name}.{rule.Field} must be {rule.Accepted}.");
    }

    private static bool IsSide(int pixels) => pixels is >= 256 and <= 1920 && pixels % 2 == 0;

    [GeneratedRegex(@"^[a-z0-9-]{1,32}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{4}-\d{2}\z")]
    private static partial Regex Date();
}
