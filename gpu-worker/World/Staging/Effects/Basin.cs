using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Water;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Deeds;
using SoraFunctions.World.Staging.Sounds;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>Water around the first subject: it carries, is moved, and is thrown up in drops.</summary>
/// <param name="water">The water.</param>
internal sealed class Basin(OpenWater water) : Effect
{
    private static readonly ParticleLook _drop = new() { Shape = ParticleShape.Drop, Colour = new(0.85f, 0.93f, 1), Opacity = 0.7f };

    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks => [_drop];

    /// <summary>Water for a deed.</summary>
    /// <param name="scene">Its scene.</param>
    /// <param name="reach">Size in metres of what moves in it, from its middle outwards.</param>
    /// <param name="rain">Raindrops on a square metre in a second.</param>
    public static Basin Of(Scene scene, double reach, double rain = 0)
    {
        // As far as the picture shows rings, and never so wide that its samples would miss the smallest of them.
        var width = Math.Max(8 * reach, 2.6 * scene.View.HalfWidth);
        return new(new OpenWater(Vector2.Zero, width, rain > 0 ? 256 : 128, scene.Depth, scene.Seed) { Rain = rain });
    }

    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) => water;

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) => new() { Water = water.Surface(), Particles = water.Drops(0) };

    /// <inheritdoc/>
    public override void Tell(SoundBook book)
    {
        book.Splash(water.Strikes, water.Drips);
        if (water.Rain > 0)
        {
            book.Rain = new(water.Rain, water.RaindropSize, null);
        }
    }
}
