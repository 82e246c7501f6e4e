using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Plates;

/// <summary>One staged shot three times: what a composite over a plate is worked out from.</summary>
/// <param name="Lit">The bodies on the ground that catches their shadows.</param>
/// <param name="Bare">The same ground without them.</param>
/// <param name="Mask">The bodies as even light in the dark: where they are, edges, blur and all.</param>
internal sealed record PlateStages(Stage Lit, Stage Bare, Stage Mask)
{
    /// <summary>Light of the bodies in <see cref="Mask"/>: below where the film bends, so that its curve can be undone.</summary>
    private const float Shine = 0.5f;

    private static readonly Grade _plain = new() { Vignette = 0, Bloom = 0 };

    /// <summary>What <see cref="Mask"/> shows where a body is whole, 0 to 255.</summary>
    public static byte Whole { get; } = (byte)MathF.Round(255 * new ToneMapping(1, 0, _plain).Display(Wide3.All(new Vector3(Shine))).X.ToScalar());

    /// <summary>The three stages of a shot.</summary>
    public static PlateStages Of(Stage stage)
    {
        // What darkens corners, glows or colours the whole picture would end up in the plate's share of it.
        var lit = stage with { Grade = stage.Grade with { Vignette = 0, Bloom = 0 }, Particles = [], Haze = 0 };
        return new(
            lit,
            lit with { Instances = [] },
            lit with
            {
                Instances = [.. lit.Instances.Select(instance => instance with { Material = Shining(instance.Material) })],
                Ground = new() { Pattern = GroundPattern.None, Sweep = 0, Colour = Vector3.Zero },
                Backdrop = new() { Zenith = Vector3.Zero, Horizon = Vector3.Zero, Ambient = 0 },
                Lights = [lit.Lights[0] with { Radiance = Vector3.Zero }],
                Exposure = 1,
                Warmth = 0,
                Grade = _plain,
            });
    }

    /// <summary>A state for <see cref="Bare"/>.</summary>
    public static FrameState Emptied(FrameState state) => state with { Poses = [], Deformations = [], Particles = [], Water = null };

    private static Material Shining(Material material) => new()
    {
        Colour = Vector3.Zero,
        Emission = new(Shine),
        Roughness = 1,
        Picture = material.Cover == Cover.Printed ? null : material.Picture,
        Cover = material.Cover,
        Cutoff = material.Cutoff,
        Opacity = material.Opacity,
    };
}
