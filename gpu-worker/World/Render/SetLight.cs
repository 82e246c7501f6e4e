using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render;

/// <summary>The ground of a set and all of its light, made ready: what can be done before it is known who stands on it.</summary>
internal sealed class SetLight
{
    private readonly Stage stage;

    /// <param name="stage">The set; its bodies do not matter.</param>
    public SetLight(Stage stage)
    {
        this.stage = stage;
        Ground = new GroundShading(stage.Ground, stage.Seed);
        Lighting = new Lighting(stage, Ground);
    }

    /// <summary>The patterns of the ground.</summary>
    public GroundShading Ground { get; }

    /// <summary>Lamps and surroundings.</summary>
    public Lighting Lighting { get; }

    /// <summary>Whether it is that of a stage.</summary>
    public bool IsOf(Stage other) => other.Ground == stage.Ground && other.Backdrop == stage.Backdrop && other.Seed == stage.Seed
        && ReferenceEquals(other.Lights, stage.Lights);
}
