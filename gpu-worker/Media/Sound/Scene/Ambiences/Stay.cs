using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>The time that a video stays in one place, over all cuts between shots of it.</summary>
/// <param name="Setting">The place.</param>
/// <param name="Rain">What falls there; null for nothing.</param>
/// <param name="From">Seconds from the start of the video.</param>
/// <param name="To">Seconds from the start of the video.</param>
internal sealed record Stay(Setting Setting, Rainfall? Rain, double From, double To)
{
    private const double Rate = 250;
    private const double Diameter = 0.002;

    /// <summary>The stays of a video, one after the other.</summary>
    public static IReadOnlyList<Stay> Of(Timeline time)
    {
        List<Stay> stays = [];
        foreach (var shot in time.Shots)
        {
            var stay = new Stay(shot.Shot.Setting, RainOf(shot), time.At(shot.Start), time.At(shot.End));
            if (stays.Count > 0 && stays[^1].Setting == stay.Setting && stays[^1].Rain == stay.Rain)
                stays[^1] = stays[^1] with { To = stay.To };
            else
                stays.Add(stay);
        }

        return stays;
    }

    // The window in the rain has its own; engines that log nothing are believed to show what was ordered.
    private static Rainfall? RainOf(TimedShot shot) =>
        shot.Shot.Setting == Setting.RainWindow ? null
        : shot.Log.Sound.Rain ?? (shot.Shot.Atmosphere == Atmosphere.Rain ? new Rainfall(Rate, Diameter, Matter.Stone) : null);
}
