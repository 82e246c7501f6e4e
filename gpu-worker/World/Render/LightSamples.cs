using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>The samples of the light in one exposure, one for each place of a block: the same in every block, so found once.</summary>
/// <param name="most">Most samples of a lamp at one place.</param>
internal sealed class LightSamples(int most)
{
    private readonly Wide[] across = new Wide[most];
    private readonly Wide[] upward = new Wide[most];
    private int number = -1;

    /// <summary>Most samples of a lamp at one place.</summary>
    public int Most => most;

    /// <summary>Directions spread by the cosine of their angle to the z axis.</summary>
    public Wide3 Around { get; private set; }

    /// <summary>Evenly spread, 0 to 1: how far half vectors lean.</summary>
    public Wide Lean { get; private set; }

    /// <summary>Sine and cosine of where they lean to.</summary>
    public (Wide Sin, Wide Cos) Turn { get; private set; }

    /// <summary>Points of the unit square, for lamps.</summary>
    /// <param name="sample">0 to <see cref="Most"/> - 1.</param>
    public (Wide X, Wide Y) OnLamp(int sample) => (across[sample], upward[sample]);

    /// <summary>Turns to an exposure.</summary>
    public void Begin(in Exposure exposure)
    {
        if (number == exposure.Number) return;
        number = exposure.Number;
        for (var i = 0; i < most; i++) Sampling.Point(Sampling.Places + Vector512.Create(16 * (number * most + i)), out across[i], out upward[i]);
        Around = Sampling.Hemisphere(upward[0], across[0]);
        Sampling.Point(Sampling.Places + Vector512.Create(number * 16), out var lean, out var turn);
        Sampling.SinCos(turn, out var sin, out var cos);
        (Lean, Turn) = (lean, (sin, cos));
    }
}
