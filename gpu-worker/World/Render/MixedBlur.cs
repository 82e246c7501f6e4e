using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The taps of a cell in which some things are out of focus and some move: a third of them over the lens, for what stands still; a third along
/// the way, for what is in focus; a third over both. Each thing is gathered by the third that suits it, or a sharp thing that moves would
/// be missed by all taps over a wide lens, and a wide one that stands by all taps along a way.
/// </summary>
/// <param name="radius">Of the widest disc, in pixels.</param>
/// <param name="way">Of the fastest thing, in pixels.</param>
/// <param name="count">How many taps there are in all, a multiple of three.</param>
internal readonly struct MixedBlur(float radius, float way, int count)
{
    /// <summary>From here on a disc is too wide, in pixels of radius, to be taken for a point.</summary>
    private const float WideDisc = 1.5f;

    /// <summary>From here on a way is too long, in pixels from its middle, to be taken for standing.</summary>
    private const float Moving = 0.5f;

    private readonly float overLens = radius * radius * 0.5f;
    private readonly float alongWay = way * 0.5f;
    private readonly float overBoth = radius * radius * way * 0.5f;

    /// <summary>How many taps there are in all.</summary>
    public int Count => count;

    /// <summary>Kinds of taps.</summary>
    public const int Lens = 0, Way = 1, Both = 2, Kinds = 3;

    /// <summary>Which things a kind of taps gathers.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="discs">The things' radii.</param>
    /// <param name="halves">Half of their ways.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Suits(int kind, Wide discs, Wide halves)
    {
        var moves = Vector512.GreaterThanOrEqual(halves, All(Moving));
        var wide = Vector512.GreaterThanOrEqual(discs, All(WideDisc));
        return kind switch { Lens => ~moves, Way => moves & ~wide, _ => moves & wide };
    }

    /// <summary>What a thing spreads onto a tap of a kind: a third of the taps stands for all.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="gains">One over the things' discs and ways.</param>
    /// <param name="discs">Their radii.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Spread(int kind, Wide gains, Wide discs)
    {
        var most = All(count * 0.25f);
        if (kind != Way) return Min(gains * (kind == Lens ? overLens : overBoth), most) * Kinds;
        var disc = Max(discs, All(0.5f));
        return Min(gains * disc * disc * alongWay, most) * Kinds;
    }

    /// <summary>How many taps of its own kind fall on what the pixel itself spreads over.</summary>
    /// <param name="discs">The pixels' radii.</param>
    /// <param name="halves">Half of their ways.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Expected(Wide discs, Wide halves)
    {
        var third = All(count / Kinds);
        var ofLens = Min(discs * discs * (1 / (radius * radius)), Wide.One);
        var ofWay = Min(halves * (2 / way), Wide.One);
        return third * Select(Suits(Way, discs, halves), Wide.One, ofLens) * Select(Suits(Lens, discs, halves), Wide.One, ofWay);
    }
}
