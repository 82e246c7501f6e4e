using SoraFunctions.Commerce.Players;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Where the product can be pressed in a cut, from what the engine logged of where it was.</summary>
internal static class ProductHotspots
{
    /// <summary>What can be pressed; null for nothing.</summary>
    /// <param name="board">The storyboard.</param>
    public static Subject? ProductOf(Storyboard board) => board.Cast.FirstOrDefault(subject => subject.IsOwn);

    /// <summary>The track; null when the product is nowhere, or the engine did not say where.</summary>
    /// <param name="order">The cut.</param>
    /// <param name="logs">Those of its clips, in order.</param>
    /// <param name="link">Where a press leads.</param>
    public static string? TrackOf(CutOrder order, IReadOnlyList<ClipLog> logs, Uri link)
    {
        var (format, board) = (order.Format, order.Storyboard);
        if (ProductOf(board) is not { } product)
        {
            return null;
        }

        var spots = new List<Hotspot>();
        var from = 0d;
        foreach (var (shot, log) in board.Shots.Zip(logs))
        {
            var length = format.FramesIn(shot.Seconds) / (double)format.FramesPerSecond;

            // The log follows the first subject of the shot.
            var boxes = shot.Subjects.Count > 0 && shot.Subjects[0] == product.Id ? log.SubjectBoxes.Where(box => box.Time < length).ToList() : [];
            if (boxes.Count == 0 || boxes[0].Time > 0)
            {
                spots.Add(Nowhere(from));
            }

            spots.AddRange(boxes.Select(box => Seen(from, box)));
            from += length;
        }

        // The end card shows the last picture smaller and elsewhere.
        var after = Math.Max(format.FramesIn(order.LoopSeconds), board.EndCard is { } card ? Math.Min(format.FramesIn(card.Seconds), format.FramesIn(board.Shots[^1].Seconds)) : 0);
        var until = from - (after / (double)format.FramesPerSecond);
        return spots.Any(IsSomewhere) ? HotspotTrack.Of(product.Name, link, [.. spots.Where(spot => spot.Time < until)], until) : null;
    }

    private static bool IsSomewhere(Hotspot spot) => spot.Right > spot.Left && spot.Bottom > spot.Top;

    // A spot without size ends the one before; nothing can be pressed until the next.
    private static Hotspot Nowhere(double time) => new(time, 0, 0, 0, 0);

    private static Hotspot Seen(double from, ScreenBox box) => Math.Clamp(box.Left, 0, 1) is var left && Math.Clamp(box.Right, 0, 1) is var right
        && Math.Clamp(box.Top, 0, 1) is var top && Math.Clamp(box.Bottom, 0, 1) is var bottom && right > left && bottom > top
            ? new Hotspot(from + box.Time, left, top, right, bottom)
            : Nowhere(from + box.Time);
}
