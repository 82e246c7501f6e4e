using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Particles;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Settings;

namespace SoraFunctions.World.Staging;

/// <summary>Fills what the camera sees with what is in the air.</summary>
internal static class Airing
{
    // A shower, and a sparkler: what is in the air at a density of 1.
    private const double RainRate = 250;
    private const double RaindropSize = 0.002;
    private const double SparkRate = 130;

    private static readonly Vector3d _breeze = new(0.04, 0, 0.01);

    /// <summary>What is heard of it: rain, on the window where it falls outdoors of the set, and sparks a second.</summary>
    public static (Rainfall? Rain, double Sparks) Heard(ShotOrder order, SetDesign set)
    {
        var density = order.Shot.Atmosphere is null ? set.Density : 1;
        Matter? surface = set.Outdoors is not null ? Matter.Glass : set.Ground.Pattern == GroundPattern.Water ? null : set.Matter;
        return (order.Shot.Atmosphere ?? set.Atmosphere) switch
        {
            Atmosphere.Rain => (new(RainRate * density, RaindropSize, surface), 0),
            Atmosphere.Sparks => (null, SparkRate * density),
            _ => (null, 0),
        };
    }

    /// <summary>The atmosphere of a shot: its own, or that of its set; null for clear air.</summary>
    public static AtmosphereField? Of(ShotOrder order, SetDesign set, View view, Piece lead)
    {
        // From a little before the subject to as far behind it as is in any focus.
        var outside = order.Shot.Atmosphere is null or Atmosphere.Rain or Atmosphere.Snow ? set.Outdoors : null;
        var beyond = outside is { } away ? 1 + (away / view.Distance) : 1;
        double across = 1.5 * view.HalfWidth * beyond, top = 1.15 * view.Top * beyond;
        var space = new AirSpace(
            new(-across, Math.Max(set.Ground.Level, -across), -(outside ?? 0) - (1.6 * across)),
            new(across, Math.Max(top, set.Ground.Level + (0.4 * across)), outside is { } wall ? -wall : 0.55 * view.Distance),
            set.Ground.Level, _breeze * Math.Sqrt(view.Distance), order.Seed);
        return AtmosphereField.Of(
            order.Shot.Atmosphere ?? set.Atmosphere, space, order.Shot.Atmosphere is null ? set.Density : 1,
            new(0, lead.Size.Y, 0), 0.5 * Math.Max(lead.Size.X, lead.Size.Z));
    }
}
