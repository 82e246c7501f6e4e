namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>A number between 0 and 1 that wanders smoothly and never comes round: values at even instants, joined by smooth steps, in two sizes.</summary>
/// <param name="seconds">About as long as it takes to become another.</param>
/// <param name="seed">Another seed, another way.</param>
internal sealed class Drift(double seconds, long seed)
{
    /// <summary>Its value at an instant in seconds.</summary>
    public double At(double time) => 0.68 * One(time / seconds, seed) + 0.32 * One(time / seconds * 2.7, ~seed);

    private static double One(double place, long seed)
    {
        var index = Math.Floor(place);
        var part = place - index;
        return Value((long)index, seed) + (Value((long)index + 1, seed) - Value((long)index, seed)) * part * part * (3 - 2 * part);
    }

    private static double Value(long index, long seed) => new Chance(unchecked(seed * 0x5851f42d4c957f2d + index)).Next();
}
