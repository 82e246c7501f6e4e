using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>The surroundings of a shot, and how its lamps are to be tuned to them.</summary>
internal sealed record SetDesign
{
    /// <summary>The plane and its look.</summary>
    public required Ground Ground { get; init; }

    /// <summary>What is behind.</summary>
    public required Backdrop Backdrop { get; init; }

    /// <summary>What the ground is made of, for the sound of contacts.</summary>
    public required Matter Matter { get; init; }

    /// <summary>How the ground behaves in contact.</summary>
    public required Surface Surface { get; init; }

    /// <summary>Colour and strength of the key light; 1 as in a studio.</summary>
    public Vector3 Key { get; init; } = Vector3.One;

    /// <summary>Colour and strength of the fill light.</summary>
    public Vector3 Fill { get; init; } = Vector3.One;

    /// <summary>Colour and strength of the rim light.</summary>
    public Vector3 Rim { get; init; } = Vector3.One;

    /// <summary>Colour and strength of a wide light over all of a studio's floor; zero for none.</summary>
    public Vector3 Overhead { get; init; }

    /// <summary>How small and hard the key light is: 1 a softbox, less towards the sun.</summary>
    public float Softness { get; init; } = 1;

    /// <summary>
    /// Unit direction to what lights the place, sun or window: key light and shadows come from there, or the rim light when it is behind
    /// the subject; null lets the photographer choose.
    /// </summary>
    public Vector3? Source { get; init; }

    /// <summary>Multiplier before tone mapping.</summary>
    public float Exposure { get; init; } = 1;

    /// <summary>Mood of the grade, -1 cool to 1 warm.</summary>
    public float Warmth { get; init; }

    /// <summary>Part of the light that is lost in the air on a metre.</summary>
    public float Haze { get; init; }

    /// <summary>What is in the air when the shot does not say.</summary>
    public Atmosphere Atmosphere { get; init; }

    /// <summary>How much of it, 1 as usual.</summary>
    public float Density { get; init; } = 1;

    /// <summary>How far behind the subject's middle the air begins that has it, in metres; null where the camera stands in it too.</summary>
    public float? Outdoors { get; init; }

    /// <summary>What stands around and never moves.</summary>
    public IReadOnlyList<Fixture> Scenery { get; init; } = [];
}
