using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Slow changes of brightness over distances that no tile holds, so that its repetition does not show.</summary>
internal sealed class Variation
{
    private const int Side = 64;
    private readonly Quads factors = new(Side);
    private readonly float perMetre;

    /// <param name="strength">Greatest change, 0 to 1.</param>
    /// <param name="perMetre">Periods to a metre.</param>
    /// <param name="seed">Which pattern.</param>
    public Variation(float strength, float perMetre, int seed)
    {
        this.perMetre = perMetre;
        var values = new float[Side * Side];
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x += 16)
        {
            var noise = TileNoise.Fractal((Ramp + All(x)) * (4f / Side), All(y * 4f / Side), 4, 4, 3, seed + 97);
            Fma(noise, All(1.5f * strength), Wide.One).StoreUnsafe(ref values[y * Side + x]);
        }

        factors.Set(values);
    }

    /// <summary>The factor at points of the plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide At(Wide x, Wide z)
    {
        // Turned by an angle without small multiples, so that it does not line up with the tiles.
        var u = Fma(x, All(0.8f * perMetre), z * (0.6f * perMetre)) * Side;
        var v = Fma(z, All(0.8f * perMetre), x * (-0.6f * perMetre)) * Side;
        return factors.Repeated(u, v);
    }
}
