using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>What a prompt says of length and shape, where the fields for them are left out: "15 seconds, vertical".</summary>
internal static class PromptWishes
{
    private const decimal Longest = 120;

    /// <summary>Pixels of the short side, as those of the usual channel.</summary>
    private static readonly int _short = Math.Min(ChannelProfile.Default.Size.Width, ChannelProfile.Default.Size.Height);

    /// <summary>Seconds that the prompt speaks of, where they suit the main channel; null for none.</summary>
    public static decimal? Seconds(AdRequest wire) =>
        wire.Prompt is { Length: > 0 } prompt && BriefReader.Read(prompt).Seconds is >= 1 and <= Longest and var said && Main(wire).Seconds.Nearest(said) == said ? said : null;

    /// <summary>The size of the shape that the prompt speaks of, where no channel is named that has one of its own; null for none.</summary>
    public static FrameSize? Size(AdRequest wire)
    {
        if (wire.Channels is { Count: > 0 } || wire.Storyboard is not null || wire.Prompt is not { Length: > 0 } prompt
            || Occasion.Of(Quotations.Of(prompt).Text).Aspect?.Split(':') is not [var across, var down])
        {
            return null;
        }

        var (wide, high) = (int.Parse(across, System.Globalization.CultureInfo.InvariantCulture), int.Parse(down, System.Globalization.CultureInfo.InvariantCulture));
        var side = (int)Math.Round(_short * Math.Max(wide, high) / (2.0 * Math.Min(wide, high))) * 2;
        return wide >= high ? new FrameSize(side, _short) : new FrameSize(_short, side);
    }

    private static ChannelProfile Main(AdRequest wire) => wire.Channels is [var main, ..] ? ChannelProfile.Find(main)! : ChannelProfile.Default;
}
