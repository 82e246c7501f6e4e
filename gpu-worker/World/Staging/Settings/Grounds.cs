using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>How the grounds of the sets behave in contact: handbook values, rounded.</summary>
internal static class Grounds
{
    /// <summary>The painted floor of a studio.</summary>
    public static Surface Floor { get; } = new(0.5, 0.5, 3);

    /// <summary>Stone and concrete: what falls on it takes up the impact itself.</summary>
    public static Surface Stone { get; } = new(0.55, 0.45, 1);

    /// <summary>Wet glazed tiles.</summary>
    public static Surface Glazed { get; } = new(0.3, 0.45, 1);

    /// <summary>Boards.</summary>
    public static Surface Wood { get; } = new(0.5, 0.45, 4);

    /// <summary>Dry sand: nearly all of an impact stays in it, and nothing rolls far.</summary>
    public static Surface Sand { get; } = new(0.7, 0.04, 600, 0.12);

    /// <summary>Moss and litter.</summary>
    public static Surface Moss { get; } = new(0.7, 0.1, 300, 0.08);

    /// <summary>Fresh snow, pressed.</summary>
    public static Surface Snow { get; } = new(0.25, 0.03, 600, 0.1);
}
