namespace SoraFunctions.World.Physics;

/// <summary>Smooth chance over space and time: values on a lattice, joined by curves with a continuous second derivative (Perlin, 2002).</summary>
internal static class SmoothNoise
{
    /// <summary>From -1 to 1; two places less than 1 apart have similar values.</summary>
    public static double At(Vector3d place, double time, long seed)
    {
        double x = Math.Floor(place.X), y = Math.Floor(place.Y), z = Math.Floor(place.Z), t = Math.Floor(time);
        double u = Fade(place.X - x), v = Fade(place.Y - y), w = Fade(place.Z - z), s = Fade(time - t);
        double sum = 0;
        for (var corner = 0; corner < 16; corner++)
        {
            int i = corner & 1, j = (corner >> 1) & 1, k = (corner >> 2) & 1, l = corner >> 3;
            var weight = (i == 1 ? u : 1 - u) * (j == 1 ? v : 1 - v) * (k == 1 ? w : 1 - w) * (l == 1 ? s : 1 - s);
            sum += weight * Lattice((long)x + i, (long)y + j, (long)z + k, (long)t + l, seed);
        }

        return sum;
    }

    private static double Fade(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private static double Lattice(long x, long y, long z, long t, long seed)
    {
        var h = ((ulong)x * 0x9e3779b97f4a7c15) ^ ((ulong)y * 0xc2b2ae3d27d4eb4f) ^ ((ulong)z * 0x165667b19e3779f9) ^
            ((ulong)t * 0xd6e8feb86659fd93) ^ ((ulong)seed * 0xa0761d6478bd642f);
        h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9;
        h = (h ^ (h >> 27)) * 0x94d049bb133111eb;
        return (((h ^ (h >> 31)) >> 11) * (2.0 / (1UL << 53))) - 1;
    }
}
