namespace SoraFunctions.Models.Diffusion.Pictures;

/// <summary>A picture as a VAE has it: planes of red, green and blue in rows from the top, sRGB, 0 to 1.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Planes">Three planes, one after the other.</param>
public sealed record PlanarPicture(int Width, int Height, float[] Planes)
{
    /// <summary>A black picture.</summary>
    public static PlanarPicture Black(int width, int height) => new(width, height, new float[3 * width * height]);

    /// <summary>Pixels of a plane.</summary>
    public int Area => Width * Height;

    /// <summary>One plane.</summary>
    /// <param name="channel">0 for red, 1 for green, 2 for blue.</param>
    public Span<float> Plane(int channel) => Planes.AsSpan(channel * Area, Area);

    /// <summary>What lies between two pictures of one size.</summary>
    /// <param name="other">The other picture.</param>
    /// <param name="share">How much of the other, 0 to 1.</param>
    public PlanarPicture Mix(PlanarPicture other, float share)
    {
        var mixed = new float[Planes.Length];
        for (var i = 0; i < mixed.Length; i++)
            mixed[i] = Planes[i] + share * (other.Planes[i] - Planes[i]);
        return this with { Planes = mixed };
    }
}
