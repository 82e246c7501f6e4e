namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>The size of latents that a graph was exported for; null where it takes any.</summary>
/// <param name="Frames">Latent frames.</param>
/// <param name="Height">Rows of a latent frame.</param>
/// <param name="Width">Places of a row.</param>
public sealed record FixedSize(int? Frames, int? Height, int? Width)
{
    /// <summary>Any size.</summary>
    public static FixedSize None { get; } = new(null, null, null);
}
