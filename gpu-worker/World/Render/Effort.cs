using SoraFunctions.Contract.Renders;

namespace SoraFunctions.World.Render;

/// <summary>Where a frame may be looked at less closely.</summary>
/// <param name="LampSamples">
/// Most samples of the key at one place. The places of a block share one run of them, so a penumbra has sixteen steps for each: two keep wide
/// ones smooth; in a draft's picture, half as wide, one does.
/// </param>
/// <param name="Finest">Pixels that the finest detail must span where it is seen through places two pixels apart.</param>
internal sealed record Effort(int LampSamples, float Finest)
{
    /// <summary>The effort of a quality.</summary>
    public static Effort Of(Quality quality) => quality == Quality.Draft ? new(1, 2) : new(2, 3);
}
