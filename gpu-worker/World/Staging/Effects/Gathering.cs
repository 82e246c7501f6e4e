using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>
/// Pieces that are drawn to their places in a whole, one after the other, each by a critically damped spring; once all are there, the
/// whole takes their place. Unseen.
/// </summary>
/// <param name="first">Index of the first piece; the whole is body 0.</param>
/// <param name="homes">Where the pieces belong.</param>
/// <param name="turn">How the whole stands.</param>
/// <param name="starts">When each piece sets out, in seconds of the simulation.</param>
/// <param name="done">When the whole takes over.</param>
internal sealed class Gathering(int first, IReadOnlyList<Vector3d> homes, Rotation turn, IReadOnlyList<double> starts, double done) : Effect
{
    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) =>
        new Springs(bodies[0], [.. homes.Select((_, i) => bodies[first + i])], homes, turn, starts, done);

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) => new();

    private sealed class Springs(
        Body whole, Body[] pieces, IReadOnlyList<Vector3d> homes, Rotation turn, IReadOnlyList<double> starts, double done) : Influence
    {
        // Angular frequency of the springs: there within a second.
        private const double Omega = 7;

        // They come from above, or those that are there already would be in the way.
        private const double Lowering = 0.8;
        private readonly double _lift = 1.2 * (homes.Max(home => home.Y) - homes.Min(home => home.Y)) / homes.Count * 3;

        public override void Act(Simulation simulation, double step)
        {
            if (whole.Present)
            {
                return;
            }

            for (var i = 0; i < pieces.Length; i++)
            {
                var due = simulation.Time - starts[i];
                var above = new Vector3d(0, _lift * Math.Clamp(1 - (due / Lowering), 0, 1), 0);
                Draw(pieces[i], homes[i] + above, due < 0 ? 0 : Omega, simulation.Gravity, step);
            }

            if (simulation.Time >= done)
            {
                whole.Present = true;
                foreach (var piece in pieces)
                {
                    piece.Present = false;
                }
            }
        }

        // Before it sets out a piece only hovers where it is.
        private void Draw(Body piece, Vector3d home, double omega, Vector3d gravity, double step)
        {
            var away = omega > 0 ? piece.Position - home : default;
            piece.Velocity += ((away * -(omega * omega)) - (piece.Velocity * (2 * omega)) - gravity) * step;
            var askew = omega > 0 ? (piece.Orientation * turn.Inverse).RotationVector : default;
            piece.AngularVelocity += ((askew * -(omega * omega)) - (piece.AngularVelocity * (2 * omega))) * step;
        }
    }
}
