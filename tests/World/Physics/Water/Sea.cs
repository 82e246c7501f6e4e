using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Water;

namespace SoraFunctions.World.Tests.Physics.Water;

/// <summary>Water that bodies are put into.</summary>
internal static class Sea
{
    public static readonly Surface Plain = new(0.4, 0.3);

    public static OpenWater Wide(double width = 2, int side = 64) => new(default, width, side, depth: 1);

    public static Simulation With(OpenWater water, params Body[] bodies) =>
        new(bodies, Plain) { GroundHeight = -1, Influences = [water] };
}
