namespace SoraFunctions.World.Physics.Cloth;

/// <summary>Wind with gusts: a steady flow and smooth changes of it that drift along with it.</summary>
/// <param name="Flow">Mean velocity in m/s.</param>
/// <param name="Gusts">Strength of the changes as a part of the mean speed, 0 to 1.</param>
/// <param name="Seed">Of the gusts.</param>
public sealed record Wind(Vector3d Flow, double Gusts = 0.4, long Seed = 1)
{
    // Size in metres of a gust, and its life in seconds.
    private const double Size = 0.8;
    private const double Life = 0.9;

    /// <summary>No wind.</summary>
    public static Wind None => new(default, 0);

    /// <summary>Velocity of the air in m/s at a place and a time in seconds.</summary>
    public Vector3d At(Vector3d place, double time)
    {
        if (Gusts == 0)
        {
            return Flow;
        }

        var carried = (place - (Flow * time)) / Size;
        var strength = Gusts * Flow.Length;
        return Flow + new Vector3d(
            strength * SmoothNoise.At(carried, time / Life, Seed),
            strength * 0.5 * SmoothNoise.At(carried, time / Life, Seed + 1),
            strength * SmoothNoise.At(carried, time / Life, Seed + 2));
    }
}
