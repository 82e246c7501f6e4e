using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Fracture;
using SoraFunctions.World.Staging.Sounds;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>A body that breaks into others when it is hit too hard.</summary>
/// <param name="whole">Index of the body.</param>
/// <param name="first">Index of the first of its pieces.</param>
/// <param name="offsets">Where the middles of the pieces are in the whole.</param>
/// <param name="brittleness">How it breaks.</param>
/// <param name="seed">Of how unevenly the pieces fly.</param>
internal sealed class Breaking(int whole, int first, IReadOnlyList<Vector3d> offsets, Brittleness brittleness, long seed) : Effect
{
    private Breakage? _breakage;

    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) => _breakage = new Breakage(
        bodies[whole], [.. offsets.Select((offset, i) => (bodies[first + i], offset))],
        brittleness.StrengthOf(bodies[whole].Mass.Mass), brittleness.Spread, seed);

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) => new();

    /// <inheritdoc/>
    public override void Tell(SoundBook book)
    {
        if (_breakage is { Broken: { } time } broken)
        {
            book.Break(time, whole, [.. offsets.Select((_, i) => first + i)], broken.Energy, broken.Place);
        }
    }
}
