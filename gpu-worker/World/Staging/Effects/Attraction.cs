using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>Draws bodies to a point by a force that falls with the square of the distance, and takes their weight off them. Unseen.</summary>
/// <param name="middle">The point.</param>
/// <param name="strength">Acceleration times the distance squared, in m3/s2.</param>
/// <param name="drawn">Indices of the bodies.</param>
internal sealed class Attraction(Vector3d middle, double strength, IReadOnlyList<int> drawn) : Effect
{
    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) => new Force([.. drawn.Select(index => bodies[index])], middle, strength);

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) => new();

    private sealed class Force(Body[] bodies, Vector3d middle, double strength) : Influence
    {
        public override void Act(Simulation simulation, double step)
        {
            foreach (var body in bodies)
            {
                var way = middle - body.Position;
                var distance = Math.Max(way.Length, 1e-3);
                body.Velocity += ((way * (strength / (distance * distance * distance))) - simulation.Gravity) * step;
            }
        }
    }
}
