using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.Retellings;

/// <summary>
/// Tells a storyboard again for a channel: without words that may not stand in the picture there, and within the lengths that it takes. The
/// same storyboard comes back where nothing has to change.
/// </summary>
public static class Retelling
{
    /// <summary>The storyboard for a channel, and in plain words what became of the other.</summary>
    /// <param name="story">A storyboard that keeps to <see cref="StoryboardRules"/>.</param>
    /// <param name="channel">Where it will be shown. Where the end goes over into the beginning, the last shot is longer by that time.</param>
    public static WrittenStoryboard For(Storyboard story, ChannelProfile channel)
    {
        var warnings = new List<string>();
        var told = Clearing.For(story, channel, warnings);
        var seconds = ShotLengths.Whole(channel.Seconds.Nearest(told.Seconds));
        if (seconds != told.Seconds)
        {
            var range = $"{channel.Name} takes {Text(channel.Seconds.Least)} to {Text(channel.Seconds.Most)} seconds";
            var before = told;
            told = seconds < told.Seconds ? Shortening.To(seconds, told, channel.Name, warnings) : Longer(told, seconds);
            warnings.Insert(0, $"{range}: the story of {Text(before.Seconds)} is told in {Text(seconds)}, {Means(before, told)}.");
        }

        return new WrittenStoryboard(channel.LoopSeconds > 0 ? Looped(told, channel.LoopSeconds) : told, warnings);
    }

    private static Storyboard Longer(Storyboard story, decimal seconds)
    {
        var lengths = ShotLengths.Split(seconds, [.. story.Shots.Select(shot => (double)shot.Seconds)]);
        return story with { Shots = [.. story.Shots.Zip(lengths, (shot, length) => shot with { Seconds = length })] };
    }

    private static Storyboard Looped(Storyboard story, decimal seconds) =>
        story with { Shots = [.. story.Shots.SkipLast(1), story.Shots[^1] with { Seconds = story.Shots[^1].Seconds + ShotLengths.Whole(seconds) }] };

    private static string Means(Storyboard before, Storyboard after) =>
        after.Shots.Count < before.Shots.Count ? $"by {string.Join(", ", after.Shots.Select(shot => $"'{shot.Id}'"))} alone"
        : after.Seconds < before.Seconds ? "every shot being shorter"
        : "every shot being longer";

    private static string Text(decimal seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);
}
