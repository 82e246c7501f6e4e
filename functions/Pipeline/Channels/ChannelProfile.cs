using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Channels;

/// <summary>What a channel asks of a rendition: a row of <c>Data/channels.json</c>, which docs/channels.md shows as a table.</summary>
public sealed record ChannelProfile
{
    /// <summary>What requests call it.</summary>
    public required string Name { get; init; }

    /// <summary>Other names that requests may use.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Raster.</summary>
    public required ChannelFrame Frame { get; init; }

    /// <summary>How long a video may be.</summary>
    public required ChannelLength Seconds { get; init; }

    /// <summary>What the file may be.</summary>
    public required ChannelFile File { get; init; }

    /// <summary>Where its own interface does not cover the picture.</summary>
    public required SafeZone SafeZone { get; init; }

    /// <summary>How it sounds.</summary>
    public required ChannelSound Sound { get; init; }

    /// <summary>What may stand in the picture.</summary>
    public required IReadOnlyList<BurntIn> BurntIn { get; init; }

    /// <summary>The labels that are due on it.</summary>
    public required IReadOnlyList<DueLabel> Labels { get; init; }

    /// <summary>Over how many seconds the end goes over into the beginning, where it plays round and round; 0 where it ends.</summary>
    public required decimal LoopSeconds { get; init; }

    /// <summary>For each group of figures the name of the source that says so.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>All channels.</summary>
    public static IReadOnlyList<ChannelProfile> All => ChannelTable.Built.Channels;

    /// <summary>Every name that a request may use: of all channels, each followed by its other names.</summary>
    public static IReadOnlyList<string> Names => [.. All.SelectMany(channel => channel.Aliases.Prepend(channel.Name))];

    /// <summary>The one taken when none is named.</summary>
    public static ChannelProfile Default => All[0];

    /// <summary>Raster size.</summary>
    public FrameSize Size => new(Frame.Width, Frame.Height);

    /// <summary>The channel of that name or other name; null when there is none.</summary>
    public static ChannelProfile? Find(string name) =>
        All.FirstOrDefault(channel => channel.Name == name || channel.Aliases.Contains(name));

    /// <summary>Whether that may stand in the picture.</summary>
    public bool Takes(BurntIn what) => BurntIn.Contains(what);
}
